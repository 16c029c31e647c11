import { knownSection, type Section } from '../../core/shared/agenda';
import { cellText, ODD, type RawCell } from '../grid/cells';
import { COL } from '../grid/grid';
import { readHidden } from '../grid/hidden';
import type { Block, KpiFigures, PipelineFigures } from './block';
import { BAND_STATE } from './plan';

/** Holds a cell something that no text may be written over: a formula, or what is neither text, number nor date? */
export function isFixed(cell: RawCell, formula: string | undefined): boolean {
  return (formula ?? '') !== '' || cell === ODD;
}

/** A section from its band row: the sheet's own words, and what is known of its id where those are gone. */
export function sectionOf(id: string, line: RawCell[], zone: string): Section {
  const known = knownSection(id);
  const minutes = /^\d+/.exec(cellText(line[COL.next - 1], zone));
  return {
    id,
    kind: known?.kind ?? 'notes',
    name: cellText(line[COL.who - 1], zone).replace(/^\d+\s+/, '') || (known?.name ?? id),
    question: cellText(line[COL.when - 1], zone) || (known?.question ?? ''),
    minutes: minutes ? Number(minutes[0]) : known?.kind === 'conclusion' ? null : (known?.minutes ?? 5),
  };
}

/** What the band's hidden cell says of the meeting. */
export function stateOf(word: string): Block['state'] {
  return Object.values(BAND_STATE).find((state) => state === word) ?? '';
}

/** A KPI's running totals and rank. */
export function figuresOf(line: RawCell[], zone: string): KpiFigures {
  return {
    quarterActual: readHidden(line, 'quarterActual', zone),
    quarterGoal: readHidden(line, 'quarterGoal', zone),
    yearActual: readHidden(line, 'yearActual', zone),
    yearGoal: readHidden(line, 'yearGoal', zone),
    rank: cellText(line[COL.since - 1], zone),
  };
}

/** The row Pipeline; the words of the row Closing are added to it. */
export function pipelineOf(line: RawCell[], row: number, zone: string): PipelineFigures {
  const number = (col: number) => {
    const cell = line[col - 1];
    return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
  };
  return {
    row,
    amount: number(COL.amount),
    coverage: number(COL.status),
    open: readHidden(line, 'openDeals', zone),
    stuck: readHidden(line, 'stuckDeals', zone),
    uncounted: /\d+ amounts? not counted/.exec(cellText(line[COL.moved - 1], zone))?.[0] ?? '',
    commitmentsOpen: readHidden(line, 'openCommitments', zone),
    commitmentsLate: readHidden(line, 'lateCommitments', zone),
    weighted: number(COL.why),
    left: number(COL.next),
    closing: '',
    changes: '',
  };
}
