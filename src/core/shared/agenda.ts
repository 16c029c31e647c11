import type { Field, FieldType, SectionKind } from './fields';
import { table } from './table';

/** One section of the agenda, as Setup holds it. */
export interface Section {
  /** "new", "existing", … or "own1" for a section of one's own. Part of the row keys, never shown. */
  id: string;
  kind: SectionKind;
  name: string;
  question: string;
  /** Planned minutes; null means the rest of the meeting. */
  minutes: number | null;
}

/** A use of a field by a kind of section: what the column is called there and what it holds. */
export interface FieldUse {
  field: Field;
  label: string;
  type: FieldType;
}

const DEAL_FIELDS: readonly FieldUse[] = [
  { field: 'who', label: 'who / what', type: 'text' },
  { field: 'when', label: 'when', type: 'date' },
  { field: 'why', label: 'why, why now', type: 'text' },
  { field: 'amount', label: 'how much', type: 'number' },
  { field: 'status', label: 'status', type: 'status' },
  { field: 'moved', label: 'what moved', type: 'text' },
  { field: 'next', label: 'next step', type: 'text' },
];

/** What each kind of section writes down. `notes` is also every section of one's own. */
export const FIELD_USES: Record<SectionKind, readonly FieldUse[]> = {
  new: DEAL_FIELDS,
  existing: DEAL_FIELDS,
  notes: [
    { field: 'who', label: 'what', type: 'text' },
    { field: 'why', label: 'why', type: 'text' },
    { field: 'next', label: 'what we do with it', type: 'text' },
  ],
  kpis: [
    { field: 'who', label: 'KPI', type: 'computed' },
    { field: 'when', label: 'goal', type: 'computed' },
    { field: 'why', label: 'comment', type: 'text' },
    { field: 'amount', label: 'actual', type: 'number' },
    { field: 'status', label: '% of goal', type: 'computed' },
    { field: 'moved', label: 'quarter · year · trend', type: 'computed' },
    { field: 'next', label: 'correction', type: 'text' },
  ],
  topics: [
    { field: 'who', label: 'topic', type: 'text' },
    { field: 'why', label: 'note', type: 'text' },
    { field: 'next', label: 'next step', type: 'text' },
  ],
  growth: [
    { field: 'who', label: 'about', type: 'text' },
    { field: 'when', label: 'look again on', type: 'date' },
    { field: 'why', label: 'what we try', type: 'text' },
    { field: 'status', label: 'status', type: 'status' },
    { field: 'moved', label: 'what came of it', type: 'text' },
    { field: 'next', label: 'next step', type: 'text' },
  ],
  conclusion: [
    { field: 'who', label: 'commitment', type: 'text' },
    { field: 'when', label: 'due', type: 'date' },
    { field: 'why', label: 'for whom, for what', type: 'text' },
    { field: 'status', label: 'status', type: 'status' },
    { field: 'moved', label: 'what became of it', type: 'text' },
    { field: 'next', label: 'owner', type: 'text' },
  ],
};

/** Labels that fit a well-known section better than those of its kind. */
const OWN_LABELS = table<Partial<Record<Field, string>>>({
  working: { who: 'what works', next: 'what we do with it' },
  notWorking: { who: 'what stumbles', next: 'what we do about it' },
});

/** The fields of a section, with its own labels. */
export function fieldUses(section: Pick<Section, 'id' | 'kind'>): FieldUse[] {
  const own = OWN_LABELS[section.id] ?? {};
  return FIELD_USES[section.kind].map((use) => ({ ...use, label: own[use.field] ?? use.label }));
}

/** The words of a commitment's state, in the order of the list; the first is where it begins. */
export const COMMITMENT_STATES = ['open', 'done', 'dropped'] as const;

/** Six sections of five minutes and the Conclusion with what is left of the thirty. */
export const STANDARD_AGENDA: readonly Section[] = [
  {
    id: 'new',
    kind: 'new',
    name: 'New opportunities',
    question: 'What is new since we last spoke, or planned for this month?',
    minutes: 5,
  },
  {
    id: 'existing',
    kind: 'existing',
    name: 'Existing opportunities',
    question: 'Where has each of these moved? Which one needs us both?',
    minutes: 5,
  },
  { id: 'working', kind: 'notes', name: 'What’s working', question: 'What moves the ball, and why?', minutes: 5 },
  {
    id: 'notWorking',
    kind: 'notes',
    name: 'What’s not working',
    question: 'What gets in your way, and what would help you there?',
    minutes: 5,
  },
  {
    id: 'kpis',
    kind: 'kpis',
    name: 'KPIs',
    question: 'Last month against goal: on course, or a correction?',
    minutes: 5,
  },
  {
    id: 'other',
    kind: 'topics',
    name: 'Other discussion',
    question: 'Your topics, ideas, worries, growth',
    minutes: 5,
  },
  {
    id: 'conclusion',
    kind: 'conclusion',
    name: 'Conclusion',
    question: 'What I saw, what to focus on, what to take away',
    minutes: null,
  },
];

/** Twenty minutes on results: last month against goal, then the pipeline, then what comes in to fill it. */
export const RESULTS_AGENDA: readonly Section[] = [
  {
    id: 'kpis',
    kind: 'kpis',
    name: 'KPIs',
    question: 'Last month against goal, rank, year to date: what do they say?',
    minutes: 8,
  },
  {
    id: 'existing',
    kind: 'existing',
    name: 'Existing opportunities',
    question: 'What closes this month, what is stuck, does it carry the goal?',
    minutes: 7,
  },
  {
    id: 'new',
    kind: 'new',
    name: 'New opportunities',
    question: 'What comes in to fill the gap, and which activity brings it?',
    minutes: 5,
  },
  {
    id: 'conclusion',
    kind: 'conclusion',
    name: 'Conclusion',
    question: 'What I saw, what to focus on, what to take away',
    minutes: null,
  },
];

/** The two agendas that Setup holds, by the word that roster and preview choose them with. */
export type AgendaId = 'full' | 'results';
export const AGENDA_IDS: readonly AgendaId[] = ['full', 'results'];
export const AGENDA_NAMES: Record<AgendaId, string> = { full: 'Full talk', results: 'Results' };

/** The standing lines of development, and coaching plans. They belong to every month, whatever its agenda. */
export const GROWTH: Section = {
  id: 'grow',
  kind: 'growth',
  name: 'Development and coaching',
  question: 'Where do you want to go, and what is the next thing to learn?',
  minutes: 0,
};

/** A well-known section by its id; null for sections of one's own. */
export function knownSection(id: string): Section | null {
  return STANDARD_AGENDA.find((section) => section.id === id) ?? null;
}

/** Minutes planned for the whole meeting. The Conclusion has what is left of them. */
export function plannedMinutes(agenda: readonly Pick<Section, 'minutes'>[]): number {
  return agenda.reduce((sum, section) => sum + (section.minutes ?? 0), 0);
}
