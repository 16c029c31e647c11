import { FIELD_USES } from '../shared/agenda';
import type { Field } from '../shared/fields';
import type { StrangeOwner } from './owner-tabs';
import type { ImportNote } from './plan';

const deals = (n: number) => `${n} ${n === 1 ? 'deal' : 'deals'}`;

/** One plain sentence for what an import leaves as it is on a tab. */
export function importNoteText(note: ImportNote, column: (field: Field) => string): string {
  switch (note.why) {
    case 'ambiguous':
      return note.rows > 1
        ? `${note.title} (line ${note.line}) could be ${note.rows} rows of the tab. It is left out: write the names so that they differ, then import again.`
        : `${note.title} (line ${note.line}) is one of ${note.deals} deals that fit the same row. It is left out: write into the row which one it is, then import again.`;
    case 'elsewhere':
      return `${note.title} (line ${note.line}) stands on the tab of ${note.name} this month and stays there.`;
    case 'closedHere':
      return `${note.title} (line ${note.line}) is still open in the CRM, but “${note.status}” on the tab (${column('status')}${note.row}). The tab’s word stays.`;
    case 'formula':
      return `${note.title}: a formula of your own stays in ${note.fields.map((field) => `${column(field)}${note.row}`).join(', ')}.`;
  }
}

/** Why deals of somebody are left out. */
export type WholeLeftOut =
  | { why: 'stranger'; stranger: StrangeOwner }
  | { why: 'notYours'; count: number }
  | { why: 'noTab' | 'hasLeft' | 'mayNotEdit' | 'noSection' | 'noMonth'; name: string; count: number }
  | { why: 'moved'; name: string; count: number; cell: string };

export function wholeLeftOutText(left: WholeLeftOut): string {
  switch (left.why) {
    case 'stranger':
      return left.stranger.owner === ''
        ? `${deals(left.stranger.count)} without an owner.`
        : `${deals(left.stranger.count)} of ${left.stranger.owner}, who is not on the roster.`;
    case 'notYours':
      return `${deals(left.count)} of others: you can import into your own tab only.`;
    case 'noTab':
      return `${deals(left.count)} of ${left.name}, who has no tab in this spreadsheet.`;
    case 'hasLeft':
      return `${deals(left.count)} of ${left.name}, who has left by the roster.`;
    case 'mayNotEdit':
      return `${deals(left.count)} of ${left.name}: you may read that tab but not edit it.`;
    case 'noSection':
      return `${deals(left.count)} of ${left.name}: the newest month has no section for opportunities.`;
    case 'noMonth':
      return `${deals(left.count)} of ${left.name}, who has no month yet. Start one first.`;
    case 'moved':
      return `${deals(left.count)} of ${left.name}: columns of that tab have been moved (${left.cell}). Run Check and repair there, then import again.`;
  }
}

/** What a field is called in a list of changes. */
export function dealLabel(field: Field): string {
  return FIELD_USES.existing.find((use) => use.field === field)?.label ?? field;
}
