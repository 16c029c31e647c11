/** The page for figures of the whole team, pasted from a sheet. */
import { useRef, useState } from 'preact/hooks';
import type { ActualsPreview, NameQuestionView } from '../../contract/calls';
import type { Screen } from '../../contract/state';
import { addMonths, type MonthKey, monthName } from '../../core/shared/month';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { goBack } from '../page/go-back';
import { previewAnewIfChanged } from '../page/previewed';
import { screen } from '../page/view';
import { Block, Fact, Sentences } from '../parts/Block';
import type { PlainDockProps } from '../parts/Dock';
import { LabelledField } from '../parts/LabelledField';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { applyActuals, planActuals } from './figures';
import { teamWords } from './words';

/** Figures for the whole team from a table that was copied from a sheet: pasted, looked at, written. */
export function Actuals() {
  const s = screen.value;
  const [text, setText] = useState('');
  const [error, setError] = useState(false);
  const [chosen, setChosen] = useState<MonthKey | null>(null);
  const [names, setNames] = useState<Record<string, string>>({});
  const [preview, setPreview] = useState<ActualsPreview | null>(null);
  const [note, setNote] = useState('');
  const [written, setWritten] = useState<number | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  if (!s) return null;
  const newest = newestOf(s);
  const month = chosen ?? (s.kind === 'meeting' ? s.block.month : newest);
  const pasted = { month, text, names };
  const look = async (answers = names) => {
    if (text.trim() === '') {
      setError(true);
      area.current?.focus();
      return;
    }
    setNote('');
    const found = await planActuals({ ...pasted, names: answers });
    if (found) setPreview(found);
  };
  const write = async (shown: ActualsPreview) => {
    const result = await applyActuals(pasted, shown);
    if (!result) return;
    let isLeft = false;
    const anew = async (why: string) => {
      const now = await planActuals(pasted);
      if (!now) return;
      isLeft = true;
      setPreview(now);
      setNote(why);
    };
    await previewAnewIfChanged(result, anew, () => teamWords.figuresLeft(result.written));
    if (!isLeft) setWritten(result.written);
  };
  const answer = (key: string, id: string) => {
    const answers = { ...names, [key]: id };
    setNames(answers);
    void look(answers);
  };
  const again = () => {
    setPreview(null);
    setNames({});
    setNote('');
  };
  const dock = (): PlainDockProps => {
    const back = { text: words.back, run: goBack };
    const change = { text: teamWords.changeText, run: again };
    if (written !== null) return { primary: { text: words.ok, run: goBack } };
    if (!preview) return { primary: { text: words.lookFirst, run: () => void look() }, secondary: back };
    const n = preview.changes.length;
    if (n === 0) return { primary: change, secondary: back };
    return { primary: { text: teamWords.writeFigures(n), run: () => void write(preview) }, secondary: change };
  };
  const [lead, hint] =
    written !== null
      ? [teamWords.figuresWritten(written), words.allInSheet]
      : preview
        ? [teamWords.figuresToWrite(preview.changes.length), '']
        : [teamWords.pasteTitle, ''];
  return (
    <SidePage
      sub={words.figuresOf(monthName(addMonths(month, -1)))}
      lead={lead}
      step={written !== null ? 'written' : preview ? 'preview' : 'paste'}
      hint={hint}
      note={note}
      scrolls={preview !== null}
      {...dock()}
    >
      {written === null &&
        preview?.questions.map((one) => (
          <NameChoice key={one.key} question={one} answer={(id) => answer(one.key, id)} />
        ))}
      {written === null && preview && <Changes preview={preview} />}
      {!preview && (
        <>
          <LabelledField id="paste-month" label={teamWords.pasteMonth}>
            <select id="paste-month" value={month} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
              {monthsFor(newest, month).map((one) => (
                <option key={one} value={one}>
                  {teamWords.pasteInto(one)}
                </option>
              ))}
            </select>
          </LabelledField>
          <LabelledField id="paste" label={teamWords.pasteLabel}>
            <textarea
              id="paste"
              class="paste"
              rows={8}
              dir="auto"
              wrap="off"
              spellcheck={false}
              ref={area}
              value={text}
              placeholder={teamWords.pasteExample}
              aria-invalid={error}
              aria-describedby="paste-hint"
              onInput={(event) => {
                setText(event.currentTarget.value);
                setError(false);
              }}
            />
            <p class={error ? 'message' : 'hint'} id="paste-hint">
              {error ? teamWords.pasteFirst : teamWords.pasteHint}
            </p>
          </LabelledField>
        </>
      )}
    </SidePage>
  );
}

/** The newest month comes first: figures of the month before go into it. */
function newestOf(s: Screen): MonthKey {
  if (s.kind === 'meeting') return s.newestMonth;
  return s.kind === 'noMonth' ? (s.newestMonth ?? s.dueMonth) : s.dueMonth;
}

/** The newest month and some before it: figures come late, too. */
function monthsFor(newest: MonthKey, chosen: MonthKey): MonthKey[] {
  const months = [0, -1, -2, -3].map((back) => addMonths(newest, back));
  return months.includes(chosen) ? months : [...months, chosen];
}

/** A name of the table that may be somebody or something; its figures are not taken before it is said. */
function NameChoice({ question, answer }: { question: NameQuestionView; answer: (id: string) => void }) {
  const { key, what, name, choices } = question;
  return (
    <div class="note warn ask">
      <LabelledField id={key} label={`${teamWords.pasteWho[what]} ${name}`}>
        <select
          id={key}
          value="?"
          onChange={(event) => event.currentTarget.value !== '?' && answer(event.currentTarget.value)}
        >
          <option value="?">{teamWords.pasteChoose}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
          <option value="">{teamWords.pasteLeaveOut}</option>
        </select>
      </LabelledField>
    </div>
  );
}

function Changes({ preview }: { preview: ActualsPreview }) {
  const names = [...new Set(preview.changes.map((c) => c.name))];
  const show = (value: string | number) => (value === '' ? words.blank : showAmount(value, language()));
  return (
    <>
      {names.map((name) => (
        <Block ink title={name} key={name}>
          <ul class="facts box">
            {preview.changes
              .filter((c) => c.name === name)
              .map((c) => (
                <Fact
                  key={c.cell + c.kpi}
                  hint={<span class="cell">{c.cell}</span>}
                  end={
                    <span class="figures">
                      <span class="was">{show(c.was)}</span> → <b>{show(c.now)}</b>
                    </span>
                  }
                >
                  {c.kpi}
                </Fact>
              ))}
          </ul>
        </Block>
      ))}
      {preview.same > 0 && <p class="hint">{teamWords.figuresSame(preview.same)}</p>}
      {preview.leftOut.length > 0 && (
        <Block title={words.leftOut} count={preview.leftOut.length}>
          <Sentences lines={preview.leftOut} />
        </Block>
      )}
    </>
  );
}
