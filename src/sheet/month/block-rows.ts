import { fieldUses, GROWTH, knownSection } from '../../core/shared/agenda';
import type { Cells, Field } from '../../core/shared/fields';
import { isMonthKey } from '../../core/shared/month';
import { isBlank } from '../../core/shared/record';
import { cellText, cellValue, type RawCell } from '../grid/cells';
import { COL, FIELD_COL, itemKey, KEY, VISIBLE } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import { COPY, isRowKey, typedHidden } from '../grid/own-cells';
import { type Block, type BlockSection, emptyPart, type PipelineFigures, partOf } from './block';
import { firstText, textsInFrame } from './frame-check';
import type { FoundRow } from './keyed-rows';
import { isGoalFormula } from './kpi-rows';
import { hasSince } from './plan';
import { isFixed, pipelineOf, sectionOf } from './row-cells';

/** The key of each line of a month; '' where there is none, or where something else has been typed or pasted over it. */
export function rowKeys(values: readonly RawCell[][], zone: string): string[] {
  const texts = values.map((line) => cellText(line[HIDDEN.key - 1], zone));
  const sections = new Set(texts.flatMap((text) => /^(?:section|header):(\w+)$/.exec(text)?.[1] ?? []));
  const knows = (section: string) => knownSection(section) !== null || sections.has(section);
  return texts.map((text, n) => (isRowKey(text, values[n]?.[HIDDEN.month - 1], knows) ? text : ''));
}

/** Goes through the rows of a month from top to bottom, and finds what each of them is. Fills the block in on its way. */
export class BlockRows {
  private readonly byId: Map<string, BlockSection>;
  private readonly rows: FoundRow[] = [];
  private current: BlockSection | undefined;
  private closing: Partial<PipelineFigures> = {};

  constructor(
    private readonly block: Block,
    private readonly values: readonly RawCell[][],
    private readonly formulas: readonly string[][],
    private readonly keys: readonly string[],
    private readonly zone: string,
  ) {
    this.byId = new Map([[GROWTH.id, block.growth]]);
  }

  /** The rows that people type into, in their order. */
  find(): FoundRow[] {
    const { block, values, keys } = this;
    values.forEach((line, n) => {
      const key = keys[n] as string;
      if (key.startsWith('section:') && line[HIDDEN.month - 1] === block.month)
        this.partFor(key.slice(8), line, block.row + n);
    });
    // Set once rows of a block follow whose own band has been deleted: they are not this month's.
    let isForeign = false;
    values.forEach((line, n) => {
      const key = keys[n] as string;
      const month = line[HIDDEN.month - 1];
      if (key.startsWith('section:') || key === KEY.focus) isForeign = isMonthKey(month) && month !== block.month;
      if (isForeign || key === COPY) return;
      const row = block.row + n;
      block.stranded.push(...textsInFrame(key, line, row, this.zone), ...this.hiddenTexts(n, row));
      this.see(key, line, this.formulas[n] ?? [], row);
    });
    if (block.pipeline) Object.assign(block.pipeline, this.closing);
    return this.rows;
  }

  private see(key: string, line: RawCell[], formulas: string[], row: number): void {
    const { block, zone } = this;
    const text = (col: number) => cellText(line[col - 1], zone);
    if (key === KEY.band) return;
    if (key === KEY.focus) {
      block.lastFocus = cellValue(line[COL.when - 1], zone);
      block.focusRow = row;
    } else if (key.startsWith('section:')) this.current = this.partFor(key.slice(8), line, row);
    else if (key === KEY.pipeline) block.pipeline = pipelineOf(line, row, zone);
    else if (key === KEY.closing) this.closing = { closing: text(COL.when), changes: text(COL.moved) };
    else if (key.startsWith('header:')) {
      // A header without its band still says what stands below it.
      this.current = this.partFor(key.slice(7), [], 0);
      this.current.headerRow = this.current.lastRow = row;
    } else if (key.startsWith('text:')) {
      const value = cellValue(line[COL.when - 1], zone);
      block.texts[key.slice(5)] = { row, value, formula: isFixed(line[COL.when - 1], formulas[COL.when - 1]) };
    } else if (key === KEY.end) {
      block.endRow = row;
      block.endText = text(COL.when);
      this.current = undefined;
    } else this.addRow(key, line, formulas, row);
  }

  /** The part of a section, made when it is first met. `row` is that of its band, 0 when that is gone. */
  private partFor(id: string, line: RawCell[], row: number): BlockSection {
    const known = this.byId.get(id);
    if (known) return known;
    const part = emptyPart(sectionOf(id, line, this.zone), row);
    this.byId.set(id, part);
    this.block.sections.push(part);
    return part;
  }

  private addRow(key: string, line: RawCell[], formulas: string[], row: number): void {
    const { block, zone } = this;
    const parsed = itemKey(key);
    const prefixed = parsed ? partOf(block, parsed.section) : undefined;
    // Rows whose own section has lost both band and header are not the neighbour's.
    const isLost = parsed !== null && parsed.section !== 'todo' && !this.byId.has(parsed.section);
    const part = isLost ? this.partFor(parsed.section, [], 0) : (this.current ?? prefixed);
    const isKpi = part?.section.kind === 'kpis';
    if (!part || (part === this.current && part.headerRow === 0) || (isKpi && !parsed)) {
      this.strand(line, row);
      return;
    }
    const fields = fieldUses(part.section).map((use) => use.field);
    const cells: Cells = {};
    const withFormula: Field[] = [];
    for (const field of fields) {
      const col = FIELD_COL[field];
      cells[field] = cellValue(line[col - 1], zone);
      if (isFixed(line[col - 1], formulas[col - 1])) withFormula.push(field);
    }
    if (isKpi && isGoalFormula(formulas[COL.when - 1])) block.setupGoals.push({ row, value: cells.when ?? '' });
    const blank = !isKpi && isBlank(cells);
    if (blank && !this.isWaiting(part, line, formulas)) {
      this.strand(line, row);
      return;
    }
    // A gap row, or a row without a key, counts only once somebody has typed into it.
    if (blank && (!parsed || key === KEY.gap)) {
      if (key === '' && this.isUntouched(line)) part.freeRows.push(row);
      return;
    }
    const isTypedOver = key === '' && cellText(line[HIDDEN.key - 1], zone) !== '';
    this.rows.push({ row, key, isTypedOver, line, part, cells, formulas: withFormula, isBlank: blank });
  }

  /** May something be written into this empty row? Not where a picture or a formula stands, or a text in a column that the section has no use for. */
  private isWaiting({ section }: BlockSection, line: readonly RawCell[], formulas: readonly string[]): boolean {
    return line.slice(0, VISIBLE).every((cell, n) => {
      if (isFixed(cell, formulas[n])) return false;
      // Says since when something is known that somebody has emptied.
      const isSince = n + 1 === COL.since && hasSince(section.kind);
      return isSince || cellText(cell, this.zone) === '';
    });
  }

  /** Stands nothing in the hidden cells of a row? */
  private isUntouched(line: readonly RawCell[]): boolean {
    return line.slice(VISIBLE).every((cell) => cellText(cell, this.zone) === '');
  }

  /** Notes a text that is read nowhere. */
  private strand(line: readonly RawCell[], row: number): void {
    const found = firstText(line, this.zone);
    if (found) this.block.stranded.push({ row, ...found, where: 'row' });
  }

  /** What somebody has typed or pasted into the hidden cells of a row. */
  private hiddenTexts(n: number, row: number): Block['stranded'] {
    const line = this.values[n] as RawCell[];
    const told = (col: number) => ({ row, col, text: cellText(line[col - 1], this.zone), where: 'hidden' as const });
    return typedHidden(line, this.keys[n] as string)
      .map(told)
      .filter(({ text }) => text !== '');
  }
}
