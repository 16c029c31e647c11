/** What a person says in the preview. */
import type { ImportDecisions } from '../../core/import/fates';
import type { Field } from '../../core/shared/fields';
import { decisions } from './state';

function decide(more: Partial<ImportDecisions>): void {
  decisions.value = { ...decisions.peek(), ...more };
}

/** Leaves a line of the file out, or takes it in after all. */
export function leaveLineOut(line: number, isOut: boolean): void {
  const others = decisions.peek().out.filter((one) => one !== line);
  decide({ out: isOut ? [...others, line] : others });
}

/** Where a person and the CRM say different things: does the CRM count? */
export function chooseCrm(line: number, field: Field, counts: boolean): void {
  const key = `${line}:${field}`;
  const others = decisions.peek().crm.filter((one) => one !== key);
  decide({ crm: counts ? [...others, key] : others });
}

/** Which row a deal is; '' for none of those that are there. */
export function chooseTwin(line: number, rowKey: string): void {
  decide({ twins: { ...decisions.peek().twins, [line]: rowKey } });
}

/** What becomes of all rows that are no longer in the CRM. */
export function chooseMissing(missing: ImportDecisions['missing']): void {
  decide({ missing, missingRows: {} });
}

/** What becomes of one of them. */
export function chooseMissingRow(key: string, what: ImportDecisions['missing']): void {
  decide({ missingRows: { ...decisions.peek().missingRows, [key]: what } });
}
