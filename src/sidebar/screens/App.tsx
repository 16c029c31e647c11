import { KeyList } from '../parts/KeyList';
import { keysShown, meeting, said, screen, section, view } from '../store/state';
import { Actuals } from './Actuals';
import { AddPeople } from './AddPeople';
import { Before } from './Before';
import { Check } from './Check';
import { EveryoneStarted } from './EveryoneStarted';
import { Export } from './Export';
import { Finished } from './Finished';
import { Import } from './Import';
import { Loading } from './Loading';
import { Meeting } from './Meeting';
import { NoMonth } from './NoMonth';
import { People } from './People';
import { Prepare } from './Prepare';
import { Preview } from './Preview';
import { PreviewEveryone } from './PreviewEveryone';
import { Protect } from './Protect';
import { SetUp } from './SetUp';
import { Starting } from './Starting';
import { WrongTab } from './WrongTab';

/** The sidebar. */
export function App() {
  return (
    <div class="sidebar">
      <Page />
      {keysShown.value && <KeyList />}
      <p class="sr" role="status" aria-live="polite">
        {said.value}
      </p>
    </div>
  );
}

function Page() {
  const at = view.value;
  switch (at.at) {
    case 'preview':
      return at.everyone ? <PreviewEveryone at={at} /> : <Preview at={at} />;
    case 'starting':
      return <Starting at={at} />;
    case 'everyoneStarted':
      return <EveryoneStarted at={at} />;
    case 'people':
      return <People />;
    case 'addPeople':
      return <AddPeople />;
    case 'check':
      return <Check at={at} />;
    case 'actuals':
      return <Actuals />;
    case 'import':
      return <Import />;
    case 'export':
    case 'exporting':
    case 'exported':
      return <Export at={at} />;
    case 'protect':
      return <Protect result={at.result} />;
    case 'before':
      return meeting.value ? <Before /> : <Home />;
    case 'prepare':
      return meeting.value ? <Prepare /> : <Home />;
    case 'finished':
      return <Finished result={at.result} clock={at.clock} />;
    case 'section':
      return section.value ? <Meeting section={section.value} /> : <Home />;
    case 'home':
      return <Home />;
  }
}

function Home() {
  const s = screen.value;
  if (!s) return <Loading />;
  switch (s.kind) {
    case 'setUp':
      return <SetUp screen={s} />;
    case 'wrongTab':
      return <WrongTab screen={s} />;
    case 'noMonth':
      return <NoMonth screen={s} />;
    case 'meeting':
      return s.me.role === 'rep' ? <Prepare /> : <Before />;
  }
}
