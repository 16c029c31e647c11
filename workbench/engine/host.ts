/** A headless Univer with one workbook in it: the only place that knows Univer's services. */
import { localeFacts } from '../values/locale-facts';
import { type Calculation, takeOverCalculation } from './calculation/calculation';
import { indexFormulas } from './calculation/formula-index';
import { wallClock } from './calculation/functions/clock';
import type { NoteLink } from './calculation/functions/hyperlink';
import { registerFunctions } from './calculation/functions/register';
import type { ResultPatterns } from './calculation/result-format-rules';
import { EngineError } from './engine';
import {
  ConditionalFormattingRuleModel,
  DataValidationModel,
  enUS,
  FormulaDataModel,
  ICommandService,
  IDefinedNamesService,
  type Injector,
  IResourceLoaderService,
  ISheetRowFilteredService,
  type IWorkbookData,
  LocaleType,
  LogLevel,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationResultMutation,
  SheetsNoteModel,
  Univer,
  UniverInstanceType,
  UniverSheetsConditionalFormattingPlugin,
  UniverSheetsNodeCorePreset,
  UniverSheetsNotePlugin,
  UniverSheetsNumfmtPlugin,
  type Workbook,
  type Worksheet,
} from './univer';

/** A mutation as Univer ran it; `result` marks what calculation brought. */
export interface HostMutation {
  id: string;
  params: unknown;
  result: boolean;
}

export interface Host {
  readonly unitId: string;
  readonly workbook: Workbook;
  readonly calculation: Calculation;
  readonly conditionals: ConditionalFormattingRuleModel;
  readonly validations: DataValidationModel;
  readonly notes: SheetsNoteModel;
  readonly names: IDefinedNamesService;
  readonly formulas: FormulaDataModel;
  /** The cells of a sheet that hold formulas. */
  formulasOf(sheetKey: string): ReturnType<ReturnType<typeof indexFormulas>>;
  /** Takes where a cell's formula led when it was calculated last (row and column from 0), so that it is asked for anew. */
  takeLink(sheetKey: string, row: number, col: number): string | null;
  /** Runs one mutation on this workbook; `unitId` is added to the params. Throws EngineError when Univer refuses it. */
  run(id: string, params: object): void;
  sheet(sheetKey: string): Worksheet;
  save(): IWorkbookData;
  dispose(): void;
}

/** Plugins without anything to save say so in different words before and after a reload: leave them out. */
function withoutEmptyResources(saved: IWorkbookData): IWorkbookData {
  const isEmpty = (value: unknown): boolean =>
    value === '' || (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));
  const holds = (data: string) => data !== '' && !isEmpty(JSON.parse(data));
  return { ...saved, resources: (saved.resources ?? []).filter(({ data }) => holds(data)) };
}

const placeOf = (sheetKey: string, row: number, col: number) => `${sheetKey} ${row} ${col}`;

const results = new Set<string>([SetFormulaCalculationResultMutation.id, SetArrayFormulaDataMutation.id]);

const opened = new Map<string, number>();

/**
 * The workbook's id, with a number when this process has opened it before: Univer keeps parsed formulas by that id for
 * the whole process, and they are bound to the instance that parsed them, closed or not.
 */
function freshId(id: string): string {
  const base = id.replace(/~[0-9]+$/, '');
  const count = (opened.get(base) ?? 0) + 1;
  opened.set(base, count);
  return count === 1 ? base : `${base}~${count}`;
}

/** What calculation takes from the file at the time of asking. */
export interface HostPlace {
  /** IANA zone. */
  timeZone(): string;
  /** Google's locale name. */
  locale(): string;
  /** Whether a filter hides this row, from 1. */
  isFiltered(sheetKey: string, row: number): boolean;
}

/** Opens the snapshot; `heard` is told of every mutation that pages need, while it happens. */
export function openHost(
  snapshot: Partial<IWorkbookData>,
  { timeZone, locale, isFiltered }: HostPlace,
  heard: (mutation: HostMutation) => void,
): Host {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: enUS },
    logLevel: LogLevel.ERROR,
  });
  for (const plugin of UniverSheetsNodeCorePreset().plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsNotePlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);

  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    ...snapshot,
    id: freshId(snapshot.id ?? 'book'),
  });
  const injector: Injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const unitId = workbook.getUnitId();
  const formulas = injector.get(FormulaDataModel);
  injector.get(ISheetRowFilteredService).register((_, sheetKey, row) => isFiltered(sheetKey, row + 1));
  const links = new Map<string, string>();
  const noteLink = (...[key, row, col, url]: Parameters<NoteLink>) => void links.set(placeOf(key, row, col), url);
  registerFunctions(injector, { timeZone, locale, noteLink });

  let lastSpills = '';
  commands.onMutationExecutedForCollab((info, options) => {
    const result = results.has(info.id);
    if (!result && (options?.onlyLocal || options?.fromFormula)) return;
    const target = (info.params as { unitId?: string } | undefined)?.unitId;
    if (target !== undefined && target !== unitId) return;
    if (info.id === SetArrayFormulaDataMutation.id) {
      // Comes with every calculation and holds all spilled values: pages only need it when something changed.
      const text = JSON.stringify(info.params);
      if (text === lastSpills) return;
      lastSpills = text;
    }
    heard({ id: info.id, params: info.params, result });
  });

  const host: Omit<Host, 'calculation'> = {
    unitId,
    workbook,
    conditionals: injector.get(ConditionalFormattingRuleModel),
    validations: injector.get(DataValidationModel),
    notes: injector.get(SheetsNoteModel),
    names: injector.get(IDefinedNamesService),
    formulas,
    formulasOf: indexFormulas(injector, formulas, workbook),
    takeLink(...at) {
      const url = links.get(placeOf(...at)) ?? null;
      links.delete(placeOf(...at));
      return url;
    },
    run(id, params) {
      if (!commands.syncExecuteCommand(id, { ...params, unitId })) throw new EngineError(`The workbook refused ${id}.`);
    },
    sheet(sheetKey) {
      const sheet = workbook.getSheetBySheetId(sheetKey);
      if (!sheet) throw new EngineError(`There is no sheet ${sheetKey}.`);
      return sheet;
    },
    save: () =>
      withoutEmptyResources(injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(unitId) as IWorkbookData),
    dispose: () => univer.dispose(),
  };
  const day = () => Math.floor(wallClock(new Date(), timeZone()));
  return Object.assign(host, {
    calculation: takeOverCalculation(injector, host, day, () => resultPatterns(locale())),
  });
}

const patternsOf = new Map<string, ResultPatterns>();

/** The formats that functions give to their results in files of a locale. */
function resultPatterns(locale: string): ResultPatterns {
  let patterns = patternsOf.get(locale);
  if (!patterns) {
    const { datePattern: date, timePattern: time, currencyPattern: currency } = localeFacts(locale);
    patterns = { date, time, moment: `${date} H:mm:ss`, currency, percent: '0.00%' };
    patternsOf.set(locale, patterns);
  }
  return patterns;
}
