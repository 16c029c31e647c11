/** The page for goals: one KPI at a time, people as rows. */
import { useRef, useState } from 'preact/hooks';
import { BENCHMARK, type LineChange } from '../../core/shared/goal-lines';
import { addMonths, type MonthKey, monthTitle } from '../../core/shared/month';
import { goBack } from '../page/go-back';
import { screen } from '../page/view';
import { Block, Fact, Sentences } from '../parts/Block';
import { Chips } from '../parts/Chips';
import type { PlainDockProps } from '../parts/Dock';
import { LabelledField } from '../parts/LabelledField';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import {
  type GoalKpi,
  goalChanges,
  goalIn,
  goalsFrom,
  goalsLeftOut,
  goalsPer,
  goalTable,
  goalText,
  pasteGoals,
  perOf,
  takenBack,
  typeGoal,
  writeGoals,
} from './goal-grid';
import { teamWords } from './words';

type Step = 'edit' | 'preview' | 'written' | 'back';

/** Goals of everybody: typed, filled down or pasted, looked at, written into Setup, and taken back. */
export function Goals() {
  const [step, setStep] = useState<Step>('edit');
  const [written, setWritten] = useState<LineChange[]>([]);
  const [note, setNote] = useState('');
  const table = goalTable.value;
  const { changes, wrong } = goalChanges.value;
  const write = async () => {
    const isDone = await writeGoals(changes);
    if (isDone === null) return;
    setNote(isDone ? '' : words.previewChanged);
    if (!isDone) return;
    setWritten(changes);
    setStep('written');
  };
  const undoAll = async () => {
    const isDone = await writeGoals(takenBack(written));
    if (isDone) setStep('back');
    else if (isDone === false) setNote(teamWords.goalsEdited);
  };
  const edit = () => {
    setNote('');
    setStep('edit');
  };
  const dock = (): PlainDockProps => {
    const back = { text: words.back, run: goBack };
    if (step === 'back') return { primary: { text: words.ok, run: goBack } };
    if (step === 'written')
      return {
        primary: { text: words.ok, run: goBack },
        secondary: { text: words.undo, run: () => void undoAll() },
      };
    if (step === 'edit') {
      const isIdle = changes.length + wrong.length === 0;
      return { primary: { text: words.lookFirst, run: () => setStep('preview'), disabled: isIdle }, secondary: back };
    }
    const more = { text: teamWords.changeGoals, run: edit };
    return changes.length === 0
      ? { primary: more, secondary: back }
      : { primary: { text: teamWords.writeGoals(changes.length), run: () => void write() }, secondary: more };
  };
  const leads: Record<Step, string> = {
    edit: words.menu.goals,
    preview: teamWords.goalsToWrite(changes.length),
    written: teamWords.goalsWritten(written.length),
    back: teamWords.goalsBack,
  };
  return (
    <SidePage
      sub={words.menu.setup}
      lead={leads[step]}
      step={step}
      note={note}
      scrolls={step === 'preview'}
      {...dock()}
    >
      {step === 'edit' && table && <Grid kpis={table.kpis} people={table.people.map(({ name }) => name)} />}
      {step === 'preview' && <ChangedGoals changes={changes} wrong={wrong} />}
      {step === 'written' && <p class="hint">{teamWords.goalsReach}</p>}
    </SidePage>
  );
}

function Grid({ kpis, people }: { kpis: readonly GoalKpi[]; people: readonly string[] }) {
  const [at, setAt] = useState(0);
  const rows = useRef<HTMLUListElement>(null);
  const kpi = kpis[at] ?? kpis[0];
  if (!kpi) return <p class="hint">{words.empty.kpis}</p>;
  const due = screen.value?.dueMonth ?? 0;
  const names = ['', ...people, BENCHMARK];
  /** Types from a row downwards; the last text goes on to the last person. */
  const fill = (from: number, texts: readonly string[]) => {
    for (let n = 0; n < texts.length && from + n < names.length; n++)
      typeGoal(kpi, names[from + n] ?? '', (texts[n] ?? '').trim());
  };
  const move = (to: number) => rows.current?.querySelectorAll('input')[to]?.focus();
  const onKey = (event: KeyboardEvent & { currentTarget: HTMLInputElement }, row: number) => {
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'd') {
      const below = people.length - row;
      fill(
        row + 1,
        Array.from({ length: Math.max(0, below) }, () => event.currentTarget.value),
      );
    } else if (key === 'Enter' || key === 'ArrowDown') move(row + 1);
    else if (key === 'ArrowUp') move(row - 1);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent, row: number) => {
    const text = (event.clipboardData?.getData('text/plain') ?? '').replace(/\s+$/, '');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    if (text.includes('\t')) void pasteGoals(text);
    else fill(row, text.split(/\r?\n/));
  };
  return (
    <>
      <LabelledField id="goal-kpi" label={teamWords.goalsOf}>
        <select id="goal-kpi" value={kpis.indexOf(kpi)} onChange={(event) => setAt(Number(event.currentTarget.value))}>
          {kpis.map(({ name }, n) => (
            <option key={name} value={n}>
              {name}
            </option>
          ))}
        </select>
      </LabelledField>
      <LabelledField id="goal-from" label={teamWords.goalsFrom}>
        <select
          id="goal-from"
          value={goalsFrom.value ?? 0}
          onChange={(event) => (goalsFrom.value = Number(event.currentTarget.value) || null)}
        >
          {monthsFrom(due).map((month) => (
            <option key={month} value={month ?? 0}>
              {month === null ? teamWords.fromAlways : teamWords.fromMonth(month)}
            </option>
          ))}
        </select>
      </LabelledField>
      {kpi.adds && (
        <Chips
          name="goal-per"
          legend={teamWords.goalsPer}
          quiet
          choices={[
            { value: 'month', text: teamWords.per.month },
            { value: 'year', text: teamWords.per.year },
          ]}
          chosen={perOf(kpi)}
          onChoice={(per) => (goalsPer.value = { ...goalsPer.value, [kpi.name]: per })}
        />
      )}
      <ul class="goals" ref={rows} aria-label={kpi.name}>
        {names.map((rep, row) => (
          <li class="field" key={rep}>
            <label for={`goal-${row}`} dir="auto">
              {rep || teamWords.everyone}
            </label>
            <input
              id={`goal-${row}`}
              type="text"
              inputMode="decimal"
              autocomplete="off"
              value={goalIn(kpi, rep)}
              placeholder={rep === BENCHMARK ? '' : goalIn(kpi, '')}
              onInput={(event) => typeGoal(kpi, rep, event.currentTarget.value)}
              onKeyDown={(event) => onKey(event, row)}
              onPaste={(event) => onPaste(event, row)}
            />
          </li>
        ))}
      </ul>
      <p class="hint">{teamWords.goalsHint}</p>
      {goalsLeftOut.value.length > 0 && (
        <Block title={words.leftOut} count={goalsLeftOut.value.length}>
          <Sentences lines={goalsLeftOut.value} />
        </Block>
      )}
    </>
  );
}

/** From the beginning, or from a month: last month's figures are what this month's 1:1 looks at. */
function monthsFrom(due: MonthKey): (MonthKey | null)[] {
  const near = [-1, 0, 1, 2, 3].map((by) => addMonths(due, by));
  const known = (goalTable.value?.lines ?? []).flatMap(({ from }) =>
    from === null || near.includes(from) ? [] : [from],
  );
  return [null, ...[...new Set([...known, ...near])].sort((a, b) => a - b)];
}

function ChangedGoals({ changes, wrong }: { changes: readonly LineChange[]; wrong: readonly string[] }) {
  const kpis = goalTable.value?.kpis ?? [];
  const show = (line: LineChange['was'], kpi: GoalKpi) =>
    line ? `${goalText(line.value, kpi)} ${kpi.adds ? teamWords.per[line.per] : ''}` : words.blank;
  return (
    <>
      {kpis.map((kpi) => {
        const own = changes.filter(({ was, now }) => (now ?? was)?.kpi === kpi.name);
        return (
          own.length > 0 && (
            <Block ink title={kpi.name} key={kpi.name}>
              <ul class="facts box">
                {own.map(({ was, now }) => {
                  const line = now ?? was;
                  const from = line?.from ? teamWords.since(monthTitle(line.from)) : teamWords.fromAlways;
                  return (
                    <Fact
                      key={line?.rep ?? ''}
                      hint={from}
                      end={
                        <span class="figures">
                          {was && <span class="was">{goalText(was.value, kpi)}</span>} → <b>{show(now, kpi)}</b>
                        </span>
                      }
                    >
                      {line?.rep || teamWords.everyone}
                    </Fact>
                  );
                })}
              </ul>
            </Block>
          )
        );
      })}
      {wrong.length > 0 && (
        <Block title={words.leftOut} count={wrong.length}>
          <Sentences lines={wrong} ink />
        </Block>
      )}
    </>
  );
}
