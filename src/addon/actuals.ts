import type { ActualsPreview, ActualsResult, NameQuestionView, PastedActuals } from '../contract/calls';
import type { NameQuestion } from '../core/actuals/figures';
import { nameQuestionKey } from '../core/actuals/names';
import { leftOutText } from '../core/actuals/words';
import { stop } from '../core/problems';
import type { Rep } from '../core/roster';
import { isMonthKey } from '../core/shared/month';
import { type ActualsPlan, applyActuals as apply, planActuals as plan, readActuals } from '../sheet/acts/actuals';
import { COL } from '../sheet/grid/grid';
import { Tracker } from '../sheet/setup/tracker';
import { callable, underLock } from './answer';
import { inPortions, unitsOf } from './portions';
import { freshScreen } from './screen';
import { mayActForAll, whoIs } from './who';

export const planActuals = callable(
  'planActuals',
  'reading the pasted figures',
  ({ rest, ...request }): ActualsPreview => {
    const pasted = new Pasted(request);
    const preview: Omit<ActualsPreview, 'did' | 'rest'> = {
      people: [],
      changes: [],
      same: 0,
      leftOut: [],
      questions: [],
    };
    // What is about the table as a whole is said once.
    if (!rest) {
      preview.leftOut.push(...pasted.read.leftOut.map(leftOutText));
      preview.questions.push(...pasted.read.questions.map((one) => questionView(pasted.tracker, one)));
    }
    const portion = inPortions(rest ?? unitsOf('tab', pasted.repIds()), {
      tab: (repId) => {
        const found = pasted.plan(repId);
        if (found) add(preview, found);
      },
    });
    return { ...preview, ...portion };
  },
);

export const applyActuals = callable(
  'applyActuals',
  'writing the pasted figures',
  ({ people, rest, ...request }): ActualsResult => {
    const pasted = new Pasted(request);
    const result = { written: 0, changed: [] as string[] };
    const portion = inPortions(
      rest ??
        unitsOf(
          'tab',
          people.map((person) => person.repId),
        ),
      {
        tab: (repId) =>
          underLock(() => {
            const now = pasted.plan(repId);
            // With nothing left to write, a repeated call has come to its end whatever it was shown before.
            if (!now || now.changes.length === 0) return;
            if (now.digest === people.find((person) => person.repId === repId)?.digest) result.written += apply(now);
            else result.changed.push(now.rep.name);
          }),
      },
    );
    return { ...result, ...portion, screen: portion.rest.length === 0 ? freshScreen(pasted.tracker, null) : null };
  },
);

/** Pasted figures, for somebody who may write them. */
class Pasted {
  readonly tracker = new Tracker(SpreadsheetApp.getActiveSpreadsheet());
  readonly read: ReturnType<typeof readActuals>;

  constructor(private readonly pasted: PastedActuals) {
    const { month, text, names } = pasted;
    if (!isMonthKey(month)) stop('badMonth', undefined, { text: String(month) });
    mayActForAll(whoIs(this.tracker.soundSetup()));
    this.read = readActuals(this.tracker, text, names);
  }

  /** Whose figures there are, in the order of the roster. */
  repIds(): string[] {
    const ids = new Set(this.read.figures.map((figure) => figure.repId));
    return this.roster()
      .map((rep) => rep.id)
      .filter((id) => ids.has(id));
  }

  plan(repId: string): ActualsPlan | null {
    const rep = this.roster().find((one) => one.id === repId);
    return rep ? plan(this.tracker, rep, this.pasted.month, this.read.figures) : null;
  }

  private roster(): Rep[] {
    return this.tracker.setup().roster;
  }
}

function add(
  preview: Omit<ActualsPreview, 'did' | 'rest'>,
  { rep, changes, same, leftOut, digest }: ActualsPlan,
): void {
  if (changes.length > 0) preview.people.push({ repId: rep.id, digest });
  for (const { kpi, tab, was, now, row } of changes)
    preview.changes.push({ name: rep.name, kpi: kpi.name, was, now, cell: tab.columns.a1(row, COL.amount) });
  preview.same += same;
  preview.leftOut.push(...leftOut.map(leftOutText));
}

function questionView(tracker: Tracker, { what, name, ids }: NameQuestion): NameQuestionView {
  const { roster, kpis } = tracker.setup();
  const all = (what === 'person' ? roster : kpis).filter(({ id }) => id !== '');
  const likely = ids.flatMap((id) => all.find((one) => one.id === id) ?? []);
  const choices = [...likely, ...all.filter((one) => !likely.includes(one))];
  return {
    key: nameQuestionKey(what, name),
    what,
    name,
    choices: choices.map(({ id, name: shown }) => ({ id, name: shown })),
  };
}
