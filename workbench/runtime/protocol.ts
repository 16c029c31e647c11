/**
 * What crosses between the services (inside a script's context) and the host that owns the workbook. Types only.
 * Everything is JSON text on its way, so that nothing of the host's realm reaches the script.
 */
import type {
  CellImageState,
  MetadataState,
  NamedRangeState,
  ProtectionState,
  Rect,
  RowGroup,
  SheetInfo,
  WriteOp,
} from '../engine/engine';

/** A value as a script hands it over: strings are still to be read as typed text, dates are instants (ms since 1970). */
export type TypedInput =
  | string
  | number
  | boolean
  | null
  | { date: number }
  | { text: string }
  | { image: CellImageState };

/** A value as a script gets it back: dates are instants. Blank is ''. */
export type TypedOutput = string | number | boolean | { d: number } | { image: CellImageState };

/** A change the services ask for: the engine's own ops, and some that the host spells out with the file's locale and zone. */
export type ServiceOp =
  | WriteOp
  /** A single value for a larger rectangle is given once, with `rows` and `cols`. */
  | { op: 'values'; sheetId: number; row: number; col: number; rows: number; cols: number; values: TypedInput[][] }
  | {
      op: 'formulas';
      sheetId: number;
      row: number;
      col: number;
      rows: number;
      cols: number;
      formulas: string[][];
      r1c1: boolean;
    }
  | { op: 'appendRow'; sheetId: number; values: TypedInput[] }
  | { op: 'sortRows'; sheetId: number; rect: Rect; keys: { column: number; ascending: boolean }[] }
  /** Row i gets what row order[i] held, both from 0; rows beyond the list become blank. */
  | { op: 'arrangeRows'; sheetId: number; rect: Rect; order: number[] }
  | { op: 'putProtection'; state: ProtectionState }
  | { op: 'patchProtection'; id: string; patch: Partial<ProtectionState> }
  | { op: 'removeProtection'; id: string }
  | { op: 'putMetadata'; state: MetadataState }
  | { op: 'removeMetadata'; id: number }
  | { op: 'putNamedRange'; state: NamedRangeState; formerName: string }
  | { op: 'removeNamedRange'; name: string }
  | { op: 'shiftRowGroups'; sheetId: number; row: number; count: number; delta: number }
  | { op: 'foldRowGroups'; sheetId: number; groups: GroupKey[] | 'ALL' | { upToDepth: number }; collapsed: boolean }
  | { op: 'removeRowGroup'; sheetId: number; group: GroupKey }
  | { op: 'rowGroupControl'; sheetId: number; control: 'BEFORE' | 'AFTER' }
  | {
      op: 'shareFile';
      editors?: { add?: string[]; remove?: string[] };
      viewers?: { add?: string[]; remove?: string[] };
    };

/** A row group by its place. */
export type GroupKey = Pick<RowGroup, 'start' | 'end' | 'depth'>;

/** A question about the workbook's state. */
export type ReadRequest =
  | {
      get: 'values' | 'formulas' | 'formulasR1C1' | 'display' | 'styles' | 'notes' | 'validations';
      sheetId: number;
      rect: Rect;
    }
  | { get: 'richText'; sheetId: number; row: number; col: number }
  | { get: 'conditionalRules' | 'merges' | 'rowGroups' | 'filter'; sheetId: number }
  | { get: 'rowDimensions' | 'colDimensions'; sheetId: number; at: number; count: number }
  | { get: 'protections' | 'metadata' | 'namedRanges' | 'file' }
  | { get: 'properties'; store: string };

/** One bridge call about the workbook: first the waiting changes, then the questions; both are one unit. */
export interface SyncRequest {
  ops: ServiceOp[];
  reads: ReadRequest[];
  /** Whether somebody looks at how far content reaches, which array formulas have a part in. */
  bounds?: true;
}

export interface SyncReply {
  results: unknown[];
  sheets: SheetInfo[];
}

/** What the bridge answers, as JSON. `name` is the error's name inside the script. */
export type BridgeReply = { ok: unknown } | { error: { name: string; message: string } };

/** A user's selection: the first range is the active one; `current` is the cell with the cursor. */
export interface SelectionState {
  sheetId: number;
  ranges: Rect[];
  current: { row: number; col: number };
}

export type AuthModeName = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** How a script came to its user; NONE for one that is bound to the file, or is only being tried. */
export type InstallationSourceName = 'NONE' | 'WEB_STORE_ADD_ON' | 'APPS_MARKETPLACE_DOMAIN_ADD_ON';

/** What a context is told at its start. */
export interface ContextConfig {
  user: string;
  /** '' when policy hides it (facts §4.4). */
  visibleEmail: string;
  authMode: AuthModeName;
  /** The manifest's scopes; null = everything is granted. */
  scopes: string[] | null;
  /** Those of them that the user has consented to; null = all. */
  granted: string[] | null;
  installedAs: InstallationSourceName;
  /** Advanced services and libraries that the manifest enables. */
  enabledNames: string[];
  selection: SelectionState | null;
  eager: boolean;
  hasUi: boolean;
  userLocale: string;
  scriptTimeZone: string;
  scriptId: string;
  projectName: string;
  /** Added to the machine's clock, so that a test can choose the day. */
  clockShiftMs: number;
  /** The script's clock goes on by so many times what each of its calls would take at Google, as service-costs.ts models it; 0: by itself. */
  modelsWaits: number;
  htmlFiles: Record<string, string>;
  translates: boolean;
}

/** One log line, as Cloud Logging would show it. */
export interface LogEntry {
  level: 'LOG' | 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';
  /** 'workbench': what Google would not say. */
  source: 'console' | 'Logger' | 'workbench';
  message: string;
}

/** An error as it leaves a script. */
export interface ScriptError {
  name: string;
  message: string;
  stack: string;
}

/** What happened, for a trigger's event object; authMode, source and user are added in the context. */
export interface EventInput {
  range?: Rect & { sheetId: number };
  /** Only for single cells that were typed into (facts §5.12). */
  value?: string;
  oldValue?: string;
  changeType?: string;
  triggerUid?: string;
}

/** What the worker is asked to run. */
export interface Job {
  config: ContextConfig;
  scripts: { name: string; source: string }[];
  functionName: string | null;
  argsJson: string;
  /** For a trigger: its event is the only argument. */
  event: EventInput | null;
  /** How the result leaves: plain JSON, or as google.script.run lets it cross. */
  resultMode: 'json' | 'client';
  /** Member calls at which to ask the host, counted from 1; `member` counts only that one. */
  faults: { at: number; member?: string }[];
  latencyMs: number;
}

/** What the worker reports when the job is over. */
export interface JobReport {
  /** How long its calls would have kept it waiting at Google, in ms, as service-costs.ts models it. */
  waitMs: number;
  outcome: { ok: true; json: string; type: string } | { ok: false; error: ScriptError };
  selection: SelectionState | null;
}
