import { STANDARD_STATUSES } from '../../src/core/deal/carry';
import { imprintText } from '../../src/core/deal/imprint';
import { saidNow } from '../../src/core/import/changes';
import { type ImportDeal, idKey, idOfName, nameKey } from '../../src/core/import/deal';
import {
  type ImportDecisions,
  type ImportInput,
  type ImportPlan,
  NO_DECISIONS,
  type TabEdits,
} from '../../src/core/import/fates';
import type { KnownRow, KnownTab } from '../../src/core/import/known';
import { planImport } from '../../src/core/import/plan';
import type { Cells } from '../../src/core/shared/fields';

/** A deal of a file, its line from the digits of its id. */
export function deal(id: string, more: Partial<ImportDeal> = {}): ImportDeal {
  return {
    line: Number(id.replace(/\D/g, '')) || 1,
    id,
    name: `Deal ${id}`,
    account: '',
    owner: 'Ada',
    amount: '',
    when: '',
    status: '',
    next: '',
    reason: '',
    created: '',
    ...more,
  };
}

/** A row of a month; `said`: what the CRM said of it at the last import. */
export function row(id: string, cells: Cells, more: Partial<KnownRow> = {}): KnownRow {
  return { id, key: `existing:${id}`, cells, formulas: [], row: 20, life: null, sourceId: '', imported: '', ...more };
}

/** Somebody's tab in November 2026: Ada's is "a", Ben's "b". */
export function tab(name: string, rows: KnownRow[] = [], more: Partial<KnownTab> = {}): KnownTab {
  return {
    repId: name.slice(0, 1).toLowerCase(),
    name,
    month: 202611,
    obstacle: null,
    rows,
    past: [],
    sections: ['new', 'existing'],
    letters: {},
    ...more,
  };
}

/** Plans a file for tabs whose names are their owners'. */
export function plan(
  deals: readonly ImportDeal[],
  tabs: readonly KnownTab[],
  more: Partial<Omit<ImportInput, 'decisions'>> & { decisions?: Partial<ImportDecisions> } = {},
): ImportPlan {
  const { decisions, ...rest } = more;
  return planImport({
    deals,
    tabs,
    inTable: new Set(deals.flatMap((one) => [idKey(one.id), idOfName(one)])),
    owners: Object.fromEntries(tabs.map(({ name, repId }) => [nameKey(name), repId])),
    all: '',
    only: '',
    statuses: STANDARD_STATUSES,
    ...rest,
    decisions: { ...NO_DECISIONS, ...decisions },
  });
}

/** The tabs once the edits are written, as the sheet would read them. Throws where a cell is not as it was seen. */
export function written(tabs: readonly KnownTab[], edits: readonly TabEdits[]): KnownTab[] {
  return tabs.map((one) => {
    const own = edits.find(({ repId }) => repId === one.repId);
    if (!own) return one;
    const rows = one.rows.map((row) => editedRow(row, own));
    const fresh = own.added.map(({ id, section, cells, sourceId, said, life }, n): KnownRow => {
      const newId = id || `n${one.month}${one.rows.length + n}${one.repId}`;
      const imported = imprintText({ said, wrote: null });
      return { id: newId, key: `${section}:${newId}`, cells, formulas: [], row: 90 + n, life, sourceId, imported };
    });
    return { ...one, rows: [...rows, ...fresh] };
  });
}

function editedRow(row: KnownRow, { rows }: TabEdits): KnownRow {
  const after = { ...row, cells: { ...row.cells } };
  for (const { cells, sourceId, said } of rows.filter(({ key }) => key === row.key)) {
    for (const { field, was, now } of cells) {
      if (String(after.cells[field] ?? '') !== String(was))
        throw new Error(`${row.key} ${field}: ${after.cells[field]} is not ${was}`);
      if (row.formulas.includes(field)) throw new Error(`${row.key} ${field} has a formula`);
      after.cells[field] = now;
    }
    if (sourceId) after.sourceId = sourceId.now;
    if (said) after.imported = imprintText({ said, wrote: null });
  }
  return after;
}

/** What the CRM said at the last import, for rows: of exactly these cells. */
export function saidOf(one: ImportDeal): string {
  return imprintText({ said: saidNow(one, STANDARD_STATUSES), wrote: null });
}

/** "kind: title" of each fate. */
export const fates = ({ fates: all }: ImportPlan) => all.map(({ deal: one, fate }) => `${one.id} ${fate}`);

/** What is written into rows that are there: "key field: was → now". */
export const edits = (result: ImportPlan) =>
  result.edits.flatMap(({ repId, rows }) =>
    rows.flatMap(({ key, cells, sourceId }) => [
      ...(sourceId ? [`${repId} ${key} id: ${sourceId.was} → ${sourceId.now}`] : []),
      ...cells.map(({ field, was, now }) => `${repId} ${key} ${field}: ${was} → ${now}`),
    ]),
  );

/** What comes in: "tab section id". */
export const added = (result: ImportPlan) =>
  result.edits.flatMap(({ repId, added: list }) =>
    list.map(({ section, sourceId }) => `${repId} ${section} ${sourceId}`),
  );
