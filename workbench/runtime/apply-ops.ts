/**
 * Puts a script's waiting changes into the workbook: typed texts read by the file's locale, rights and rejecting
 * validations checked against the state at that moment, and as few engine writes as the order allows.
 */
import type { Engine, FileInfo, WriteOp, WriteOrigin } from '../engine/engine';
import { EngineError } from '../engine/engine';
import { wallClock } from '../values/zoned-time';
import { arrange, sortedOrder } from './arrange-rows';
import { ruleInput } from './formula-spelling';
import { mayWrite, PROTECTED_MESSAGE } from './permissions';
import type { ServiceOp } from './protocol';
import { foldGroups, removeGroup, shiftGroups } from './row-groups';
import { spellFormulas, spellValues, valuesNeedFormats } from './spell-values';
import { checkValidation } from './strict-validation';

/** Ops after which formats, rules and places may differ from what the engine says now. */
const CELLS_ONLY = new Set<WriteOp['op']>([
  'cells',
  'notes',
  'properties',
  'rowHeights',
  'colWidths',
  'tabColor',
  'gridlines',
]);
const MAX_WORKBOOK_CELLS = 10_000_000;

/** Applies a list of changes in order. What came before a refused change stays; what comes after it is dropped. */
export class OpApplier {
  private waiting: WriteOp[] = [];
  private settledFormats = true;

  constructor(
    private readonly engine: Engine,
    private readonly origin: WriteOrigin,
    private readonly nowMs: number,
  ) {}

  async apply(ops: readonly ServiceOp[]): Promise<void> {
    try {
      for (const op of ops) for (const spelt of await this.spell(op)) await this.add(spelt);
    } catch (error) {
      await this.send();
      throw error;
    }
    await this.send();
  }

  private async send(): Promise<void> {
    const ops = this.waiting;
    this.waiting = [];
    this.settledFormats = true;
    if (ops.length > 0) await this.engine.apply(ops, this.origin);
  }

  private async add(op: WriteOp): Promise<void> {
    const access = { user: this.origin.user, file: this.engine.file(), protections: this.engine.protections() };
    if (!mayWrite(op, access, this.engine.sheets())) throw new EngineError(PROTECTED_MESSAGE);
    if (op.op === 'cells') {
      if (!this.settledFormats) await this.send();
      await checkValidation(this.engine, op, op.cells);
    }
    this.checkSize(op);
    this.waiting.push(op);
    if (CELLS_ONLY.has(op.op)) return;
    this.settledFormats = false;
    if (!['style', 'styles', 'validations'].includes(op.op)) await this.send();
  }

  private checkSize(op: WriteOp): void {
    if (op.op !== 'insertRows' && op.op !== 'insertCols' && op.op !== 'insertSheet') return;
    const sheets = this.engine.sheets();
    const own = op.op === 'insertSheet' ? undefined : sheets.find((sheet) => sheet.id === op.sheetId);
    const total = sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxCols, 0);
    const more =
      op.op === 'insertSheet'
        ? op.rows * op.cols
        : op.count * (op.op === 'insertRows' ? (own?.maxCols ?? 0) : (own?.maxRows ?? 0));
    if (total + more > MAX_WORKBOOK_CELLS) {
      throw new EngineError(
        `This action would increase the number of cells in the workbook above the limit of ${MAX_WORKBOOK_CELLS} cells.`,
      );
    }
  }

  /** Turns what the services say into the engine's ops. */
  private async spell(op: ServiceOp): Promise<WriteOp[]> {
    switch (op.op) {
      case 'values': {
        const place = { locale: this.engine.file().locale, year: this.year() };
        if (!this.settledFormats && valuesNeedFormats(op, place)) await this.send();
        return spellValues(this.engine, op, place);
      }
      case 'formulas':
        return [spellFormulas(this.engine, op)];
      case 'conditionalRules':
        return [{ ...op, rules: op.rules.map((rule) => ruleInput(rule, this.engine.file().locale)) }];
      case 'validations': {
        const { locale } = this.engine.file();
        return [{ ...op, rules: op.rules.map((line) => line.map((rule) => rule && ruleInput(rule, locale))) }];
      }
      case 'appendRow':
        return this.spellAppend(op);
      case 'sortRows': {
        await this.send();
        const order = sortedOrder(await this.engine.read(op.sheetId, op.rect), op.rect, op.keys);
        return arrange(this.engine, op.sheetId, op.rect, order);
      }
      case 'arrangeRows':
        await this.send();
        return arrange(this.engine, op.sheetId, op.rect, op.order);
      // What array formulas show is copied as values.
      case 'copy':
      case 'move':
        await this.send();
        await this.engine.calculate();
        return [op];
      case 'putProtection':
        return this.listOp(() => {
          const all = this.engine.protections().filter((one) => one.id !== op.state.id);
          return { op: 'protections', all: [...all, op.state] };
        });
      case 'patchProtection':
        return this.listOp(() => ({
          op: 'protections',
          all: this.engine.protections().map((one) => (one.id === op.id ? { ...one, ...op.patch } : one)),
        }));
      case 'removeProtection':
        return this.listOp(() => ({
          op: 'protections',
          all: this.engine.protections().filter((one) => one.id !== op.id),
        }));
      case 'putMetadata':
        return this.listOp(() => ({
          op: 'metadata',
          all: [...this.engine.metadata().filter((one) => one.id !== op.state.id), op.state],
        }));
      case 'removeMetadata':
        return this.listOp(() => ({ op: 'metadata', all: this.engine.metadata().filter((one) => one.id !== op.id) }));
      case 'putNamedRange':
        return this.listOp(() => {
          const former = op.formerName.toLowerCase();
          const name = op.state.name.toLowerCase();
          const others = this.engine
            .namedRanges()
            .filter((one) => one.name.toLowerCase() !== former && one.name.toLowerCase() !== name);
          return { op: 'namedRanges', all: [...others, op.state] };
        });
      case 'removeNamedRange':
        return this.listOp(() => ({
          op: 'namedRanges',
          all: this.engine.namedRanges().filter((one) => one.name.toLowerCase() !== op.name.toLowerCase()),
        }));
      case 'shiftRowGroups':
        return this.groups(op.sheetId, (groups) => shiftGroups(groups, op.row, op.count, op.delta));
      case 'foldRowGroups':
        return this.groups(op.sheetId, (groups) => foldGroups(groups, op.groups, op.collapsed));
      case 'removeRowGroup':
        return this.groups(op.sheetId, (groups) => removeGroup(groups, op.group));
      case 'rowGroupControl':
        return this.listOp(() => ({
          op: 'rowGroups',
          sheetId: op.sheetId,
          groups: this.engine.rowGroups(op.sheetId),
          control: op.control,
        }));
      case 'shareFile':
        return this.listOp(() => ({ op: 'file', patch: sharing(this.engine.file(), op) }));
      default:
        return [op];
    }
  }

  private year(): number {
    return wallClock(this.nowMs, this.engine.file().timeZone).year;
  }

  private async listOp(make: () => WriteOp): Promise<WriteOp[]> {
    await this.send();
    return [make()];
  }

  private groups(
    sheetId: number,
    change: (groups: ReturnType<Engine['rowGroups']>) => ReturnType<Engine['rowGroups']>,
  ): Promise<WriteOp[]> {
    return this.listOp(() => ({
      op: 'rowGroups',
      sheetId,
      groups: change(this.engine.rowGroups(sheetId)),
      control: this.engine.sheets().find((sheet) => sheet.id === sheetId)?.rowGroupControl ?? 'AFTER',
    }));
  }

  /** Below the last row with content; a full or narrow grid grows. */
  private async spellAppend({ sheetId, values }: Extract<ServiceOp, { op: 'appendRow' }>): Promise<WriteOp[]> {
    await this.send();
    await this.engine.calculate();
    const sheet = this.engine.sheets().find((one) => one.id === sheetId);
    if (!sheet) throw new EngineError(`Sheet ${sheetId} not found`);
    const row = sheet.lastRow + 1;
    if (row > sheet.maxRows) await this.add({ op: 'insertRows', sheetId, before: row, count: 1, inherit: 'before' });
    const missing = values.length - sheet.maxCols;
    if (missing > 0) {
      await this.add({ op: 'insertCols', sheetId, before: sheet.maxCols + 1, count: missing, inherit: 'before' });
    }
    return this.spell({ op: 'values', sheetId, row, col: 1, rows: 1, cols: values.length, values: [values] });
  }
}

function sharing(file: FileInfo, op: Extract<ServiceOp, { op: 'shareFile' }>): Partial<FileInfo> {
  const change = (list: readonly string[], by?: { add?: string[]; remove?: string[] }) => {
    const kept = list.filter((email) => !by?.remove?.includes(email) || email === file.owner);
    return [...new Set([...kept, ...(by?.add ?? [])])];
  };
  return { editors: change(file.editors, op.editors), viewers: change(file.viewers, op.viewers) };
}
