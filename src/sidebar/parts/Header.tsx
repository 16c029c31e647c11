/** The header of a page and of a meeting. */
import type { ComponentChildren } from 'preact';
import { clockText, meetingElapsedMs } from '../../core/shared/clock';
import { shortDate } from '../../core/shared/dates';
import { monthTitle } from '../../core/shared/month';
import { Meter } from '../meeting/Meter';
import { plannedMinutes } from '../meeting/planned';
import { Steps } from '../meeting/Steps';
import { clock, now } from '../meeting/state';
import { Menu } from '../page/Menu';
import { meeting, screen } from '../page/view';
import { partWords } from './words';

interface HeaderProps {
  title: string;
  sub: string;
  children?: ComponentChildren;
  /** Without the menu where nothing else may be begun. */
  menu?: boolean;
}

/** Name and month, the menu, and what stands at the right of them. */
export function Header(props: HeaderProps) {
  return (
    <header>
      <Top {...props} />
    </header>
  );
}

function Top({ title, sub, children, menu = true }: HeaderProps) {
  return (
    <div class="top">
      <div class="who">
        <h1 dir="auto" title={title}>
          {title}
        </h1>
        <p class="sub">{sub}</p>
      </div>
      {children}
      {menu && screen.value && screen.value.kind !== 'setUp' && <Menu />}
    </div>
  );
}

/** The header of a meeting: with the whole time, the steps and the meter. */
export function MeetingHeader() {
  const m = meeting.value;
  if (!m) return null;
  return (
    <header class="head">
      <Top title={m.rep.name} sub={monthTitle(m.block.month)}>
        <WholeTime />
      </Top>
      <Steps />
      <Meter />
    </header>
  );
}

function WholeTime() {
  const m = meeting.value;
  const c = clock.value;
  if (!m) return null;
  const { block } = m;
  const finished = block.state === 'finished';
  const ms = block.minutes !== null && !c ? block.minutes * 60_000 : c ? meetingElapsedMs(c, now.value) : 0;
  return (
    <p class="whole">
      <b class="figures">{clockText(ms)}</b>
      <span class="of">
        {finished && block.heldOn
          ? partWords.heldOn(shortDate(block.heldOn, Math.floor(block.month / 100)))
          : partWords.ofMinutes(plannedMinutes())}
      </span>
    </p>
  );
}
