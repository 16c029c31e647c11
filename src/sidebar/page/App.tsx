/** Which page is shown. */
import { Check } from '../check/Check';
import { Coaching } from '../coaching/Coaching';
import { Export } from '../export/Export';
import { Import } from '../import/Import';
import { Finished } from '../meeting/Finished';
import { FinishQuestionPage } from '../meeting/FinishQuestionPage';
import { Meeting } from '../meeting/Meeting';
import { Notes } from '../notes/Notes';
import { Before } from '../prepare/Before';
import { Prepare } from '../prepare/Prepare';
import { AddPeople } from '../start/AddPeople';
import { EveryoneStarted } from '../start/EveryoneStarted';
import { NoMonth } from '../start/NoMonth';
import { Preview } from '../start/Preview';
import { PreviewEveryone } from '../start/PreviewEveryone';
import { SetUp } from '../start/SetUp';
import { Actuals } from '../team/Actuals';
import { Agenda } from '../team/Agenda';
import { Goals } from '../team/Goals';
import { Protect } from '../team/Protect';
import { KeyList } from './KeyList';
import { Loading } from './Loading';
import { Months } from './Months';
import { announcement } from './notices';
import { People } from './People';
import { keysShown } from './shown';
import { meeting, screen, section, view } from './view';
import { Working } from './Working';
import { WrongTab } from './WrongTab';
import { work } from './work';

/** The sidebar. */
export function App() {
  const over = work.value?.isShown ? null : work.value;
  return (
    <div class="sidebar">
      {over && <Working at={over} />}
      {/* What has been typed on the page below is still there afterwards. */}
      <div class="view" hidden={over !== null}>
        <Page />
      </div>
      {keysShown.value && <KeyList />}
      <p class="sr" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </div>
  );
}

function Page() {
  const at = view.value;
  switch (at.at) {
    case 'preview':
      return at.everyone ? <PreviewEveryone key={at.month} at={at} /> : <Preview at={at} />;
    case 'everyoneStarted':
      return <EveryoneStarted at={at} />;
    case 'people':
      return <People />;
    case 'months':
      return <Months />;
    case 'addPeople':
      return <AddPeople />;
    case 'check':
      return <Check at={at} />;
    case 'actuals':
      return <Actuals />;
    case 'goals':
      return <Goals />;
    case 'import':
      return <Import />;
    case 'export':
    case 'exported':
      return <Export at={at} />;
    case 'coaching':
      return meeting.value ? <Coaching at={at} /> : <Home />;
    case 'agenda':
      return <Agenda {...at} />;
    case 'protect':
      return <Protect result={at.result} />;
    case 'before':
      return meeting.value ? <Before /> : <Home />;
    case 'prepare':
      return meeting.value ? <Prepare /> : <Home />;
    case 'finishing':
      return <FinishQuestionPage ranMs={at.ranMs} />;
    case 'notes':
      return <Notes />;
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
