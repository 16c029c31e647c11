import type { Outcome, Verdict } from '../probe';
import { Button } from './Button';
import { copyReport, downloadReport, outcomes, say, soundIt, tried } from './check';
import { ASKED_PROBES, type Asked } from './probes';
import { countWords, seenWords, VERDICT_WORDS, VERDICTS, valueWords } from './report';

const SIGNS: Record<Verdict, string> = { differs: '≠', couldNotTell: '?', asAssumed: '✓' };

/** What came of the probes: worst first, each unfolds to what was assumed and seen. */
export function Table() {
  const all = outcomes.value;
  return (
    <>
      <p>
        <b>{countWords(all)}.</b>
      </p>
      <Asking />
      {VERDICTS.map((verdict) => (
        <Group key={verdict} verdict={verdict} lines={all.filter((one) => one.verdict === verdict)} />
      ))}
    </>
  );
}

function Group({ verdict, lines }: { verdict: Verdict; lines: readonly Outcome[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>
        {VERDICT_WORDS[verdict]} <span class="hint">{lines.length}</span>
      </h2>
      <ul class="lines">
        {lines.map((one) => (
          <li key={one.id}>
            <details>
              <summary>
                <span class={`sign ${verdict}`} aria-hidden="true">
                  {SIGNS[verdict]}
                </span>
                <span>{one.name}</span>
              </summary>
              <Details one={one} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Details({ one }: { one: Outcome }) {
  return (
    <div class="details">
      <p>{one.assume}</p>
      <dl>
        {one.facts.map((fact) => (
          <div key={fact.what} class={fact.seen === fact.expected ? '' : 'other'}>
            <dt>{fact.what}</dt>
            <dd>
              {seenWords(fact)}
              {fact.seen !== fact.expected && <span class="assumed"> assumed: {valueWords(fact.expected)}</span>}
            </dd>
          </div>
        ))}
        {Object.entries(one.told).map(([what, value]) => (
          <div key={what} class="told">
            <dt>{what}</dt>
            <dd>{typeof value === 'string' ? value : valueWords(value)}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">
        {one.id} · {one.where.join(', ')}
      </p>
    </div>
  );
}

const ACTS: Record<Asked, () => void> = {
  clipboard: () => void copyReport(),
  download: downloadReport,
  sound: soundIt,
};

const ASKED = Object.keys(ASKED_PROBES) as Asked[];

/** What needs a click, and for what came of it a word. */
function Asking() {
  return (
    <section>
      <h2>Needs a click</h2>
      <div class="buttons">
        {ASKED.map((which) => (
          <Button key={which} text={ASKED_PROBES[which].button} run={ACTS[which]} />
        ))}
      </div>
      {ASKED.map((which) => (
        <Question key={which} which={which} />
      ))}
    </section>
  );
}

function Question({ which }: { which: Asked }) {
  const { question } = ASKED_PROBES[which];
  if (question === null || !tried.value.includes(which)) return null;
  return (
    <p class="question">
      {question}{' '}
      <button type="button" class="link" onClick={() => say(which, true)}>
        Yes
      </button>{' '}
      <button type="button" class="link" onClick={() => say(which, false)}>
        No
      </button>
    </p>
  );
}
