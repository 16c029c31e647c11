import { useEffect, useRef, useState } from 'preact/hooks';
import type { FinishResult } from '../../contract/calls';
import type { MeetingScreen } from '../../contract/state';
import { type MeetingClock, MINUTE_MS, sectionElapsedMs } from '../../core/clock';
import { addMonths } from '../../core/month';
import { sectionColors } from '../../core/section-colors';
import { copyText } from '../parts/copy';
import { PlainDock } from '../parts/Dock';
import { MeetingHeader } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { previewMonth } from '../store/opening';
import { meeting } from '../store/state';
import { words } from '../words';
import { mailLink, recapOf } from './finished-view';

/** Done: the recap is ready, and next month is one press away. */
export function Finished({ result, clock }: { result: FinishResult | null; clock: MeetingClock | null }) {
  const m = meeting.value;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  if (!m) return null;
  const made = recapOf(m);
  const recap = result?.recap ?? made.recap;
  const empty = made.leftEmpty.length > 0 && result ? result.leftEmpty : made.leftEmpty;
  const next = result?.nextMonth ?? addMonths(m.block.month, 1);
  return (
    <>
      <MeetingHeader />
      <main class="body ruled">
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {words.doneIn(m.block.minutes)}
          </h2>
          <p class="hint">{words.allInSheet}</p>
          {clock && <MinutesStrip m={m} clock={clock} />}
        </div>
        <Recap m={m} recap={recap} />
        <ul class="facts box">
          <li>
            <Icon name="sheet" />
            <span class="grow">
              {words.monthFor(next, m.rep.shortName)}
              <span class="hint">{words.monthForMore}</span>
            </span>
          </li>
          {empty.length > 0 && (
            <li>
              <Icon name="info" />
              <span class="grow">
                {words.leftEmpty(empty)}
                <span class="hint">{words.leftEmptyMore}</span>
              </span>
            </li>
          )}
        </ul>
      </main>
      <PlainDock
        primary={{ text: words.openNext(next), run: () => void previewMonth(m.rep.sheetId, next) }}
        secondary={{ text: words.close, run: closeSidebar }}
        quiet
      />
    </>
  );
}

function Recap({ m, recap }: { m: MeetingScreen; recap: string }) {
  const [note, setNote] = useState('');
  const [first = '', ...others] = recap.split('\n');
  return (
    <section class="block">
      <h3>
        {words.recap}
        <span>{words.lines(others.length + 1)}</span>
      </h3>
      <div class="row recap">
        <p class="recap-text" dir="auto">
          <b>{first}</b>
          {'\n'}
          {others.join('\n')}
        </p>
        <div class="acts">
          <button
            type="button"
            class="button small"
            onClick={async () => setNote((await copyText(recap)) ? words.copied : words.notCopied)}
          >
            <Icon name="copy" />
            {words.copy}
          </button>
          <a class="button small" href={mailLink(m, recap)} target="_blank" rel="noopener noreferrer">
            <Icon name="mail" />
            {words.writeMail}
          </a>
        </div>
        <p class="hint" role="status">
          {note}
        </p>
      </div>
    </section>
  );
}

/** Where the minutes of this meeting went; figures only, so that nobody reads a score into it. */
function MinutesStrip({ m, clock }: { m: MeetingScreen; clock: MeetingClock }) {
  const parts = m.block.sections.flatMap((section, i) => {
    const minutes = Math.round(sectionElapsedMs(clock, section.id, 0) / MINUTE_MS);
    return minutes > 0 ? [{ section, minutes, color: sectionColors(section.id, i).solid }] : [];
  });
  if (parts.length === 0) return null;
  return (
    <div
      role="img"
      aria-label={words.minutesStrip(parts.map((p) => `${words.shortName(p.section.name)} ${p.minutes}`))}
    >
      <div class="share">
        {parts.map((p) => (
          <i key={p.section.id} style={{ flexGrow: p.minutes, background: p.color }} />
        ))}
      </div>
      <div class="share-figures figures">
        {parts.map((p) => (
          <span key={p.section.id} style={{ flexGrow: p.minutes }}>
            {p.minutes}
          </span>
        ))}
      </div>
    </div>
  );
}

function closeSidebar(): void {
  try {
    google.script.host.close();
  } catch {
    // Outside of Google's page there is nothing that could be closed.
  }
}
