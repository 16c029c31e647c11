import { useRef, useState } from 'preact/hooks';
import type { ActualsPreview, NameQuestionView } from '../../contract/calls';
import { addMonths, type MonthKey, monthName } from '../../core/shared/month';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { goBack } from '../page/go-back';
import { screen } from '../page/view';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { useTitleFocus } from '../parts/use-title-focus';
import { words } from '../words';
import { applyActuals, planActuals } from './team-acts';

/** Figures for the whole team from a table that was copied from a sheet: pasted, looked at, written. */
export function Actuals() {
  const s = screen.value;
  const [text, setText] = useState('');
  const [error, setError] = useState(false);
  const [chosen, setChosen] = useState<MonthKey | null>(null);
  const [said, setSaid] = useState<Record<string, string>>({});
  const [preview, setPreview] = useState<ActualsPreview | null>(null);
  const [note, setNote] = useState('');
  const [written, setWritten] = useState<number | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const title = useTitleFocus(written !== null ? 'written' : preview ? 'preview' : 'paste');
  if (!s) return null;
  // The newest month comes first: figures of the month before go into it.
  const newest =
    s.kind === 'meeting' ? s.newestMonth : s.kind === 'noMonth' ? (s.newestMonth ?? s.dueMonth) : s.dueMonth;
  const month = chosen ?? (s.kind === 'meeting' ? s.block.month : newest);
  const pasted = { month, text, names: said };
  const look = async (names = said) => {
    if (text.trim() === '') {
      setError(true);
      area.current?.focus();
      return;
    }
    setNote('');
    const found = await planActuals({ ...pasted, names });
    if (found) setPreview(found);
  };
  const write = async (shown: ActualsPreview) => {
    const result = await applyActuals(pasted, shown);
    if (!result) return;
    // What has changed meanwhile, or was not reached, is looked at once more.
    const isWhole = result.changed.length === 0 && result.rest.length === 0;
    const now = isWhole ? null : await planActuals(pasted);
    if (now) {
      setPreview(now);
      setNote(result.changed.length > 0 ? words.changedMeanwhile(result.changed) : words.figuresLeft(result.written));
    } else setWritten(result.written);
  };
  const answer = (key: string, id: string) => {
    const names = { ...said, [key]: id };
    setSaid(names);
    void look(names);
  };
  const again = () => {
    setPreview(null);
    setSaid({});
    setNote('');
  };
  const none = preview?.changes.length === 0;
  return (
    <>
      <Header title={words.product} sub={words.figuresOf(monthName(addMonths(month, -1)))} />
      <main class="body" tabIndex={preview ? 0 : undefined}>
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {written !== null
              ? words.figuresWritten(written)
              : preview
                ? words.figuresToWrite(preview.changes.length)
                : words.pasteTitle}
          </h2>
          <p class="hint">
            {written !== null ? words.allInSheet : preview ? words.nothingWrittenYet : words.pasteMore}
          </p>
        </div>
        {note !== '' && (
          <div class="note warn">
            <Icon name="info" />
            <div>{note}</div>
          </div>
        )}
        {written === null &&
          preview?.questions.map((one) => (
            <NameChoice key={one.key} question={one} answer={(id) => answer(one.key, id)} />
          ))}
        {written === null && preview && <Changes preview={preview} />}
        {!preview && (
          <div class="field">
            <label class="label" for="paste-month">
              {words.pasteMonth}
            </label>
            <select id="paste-month" value={month} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
              {monthsFor(newest, month).map((one) => (
                <option key={one} value={one}>
                  {words.pasteInto(one)}
                </option>
              ))}
            </select>
          </div>
        )}
        {!preview && (
          <div class="field">
            <label class="label" for="paste">
              {words.pasteLabel}
            </label>
            <textarea
              id="paste"
              class="paste"
              rows={8}
              dir="auto"
              wrap="off"
              spellcheck={false}
              ref={area}
              value={text}
              placeholder={words.pasteExample}
              aria-invalid={error}
              aria-describedby="paste-hint"
              onInput={(event) => {
                setText(event.currentTarget.value);
                setError(false);
              }}
            />
            <p class={error ? 'message' : 'hint'} id="paste-hint">
              {error ? words.pasteFirst : words.pasteHint}
            </p>
          </div>
        )}
      </main>
      {written !== null ? (
        <PlainDock primary={{ text: words.ok, run: goBack }} />
      ) : preview ? (
        <PlainDock
          primary={
            none
              ? { text: words.changeText, run: again }
              : { text: words.writeFigures(preview.changes.length), run: () => void write(preview) }
          }
          secondary={none ? { text: words.back, run: goBack } : { text: words.changeText, run: again }}
        />
      ) : (
        <PlainDock
          primary={{ text: words.lookFirst, run: () => void look() }}
          secondary={{ text: words.back, run: goBack }}
        />
      )}
    </>
  );
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
      <div class="field">
        <label class="label" for={key} dir="auto">
          {words.pasteWho[what]} {name}
        </label>
        <select
          id={key}
          value="?"
          onChange={(event) => event.currentTarget.value !== '?' && answer(event.currentTarget.value)}
        >
          <option value="?">{words.pasteChoose}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
          <option value="">{words.pasteLeaveOut}</option>
        </select>
      </div>
    </div>
  );
}

function Changes({ preview }: { preview: ActualsPreview }) {
  const names = [...new Set(preview.changes.map((c) => c.name))];
  const show = (value: string | number) => (value === '' ? words.blank : showAmount(value, language()));
  return (
    <>
      {names.map((name) => (
        <section class="block" key={name}>
          <h3 class="ink" dir="auto">
            {name}
          </h3>
          <ul class="facts box">
            {preview.changes
              .filter((c) => c.name === name)
              .map((c) => (
                <li key={c.cell + c.kpi}>
                  <span class="grow" dir="auto">
                    {c.kpi}
                    <span class="hint cell">{c.cell}</span>
                  </span>
                  <span class="figures">
                    <span class="was">{show(c.was)}</span> → <b>{show(c.now)}</b>
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {preview.same > 0 && <p class="hint">{words.figuresSame(preview.same)}</p>}
      {preview.leftOut.length > 0 && (
        <section class="block">
          <h3>
            {words.leftOut}
            <span>{preview.leftOut.length}</span>
          </h3>
          <ul class="asks">
            {preview.leftOut.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
