/** The page of an empty spreadsheet. */
import { useState } from 'preact/hooks';
import type { SetUpScreen } from '../../contract/state';
import { addMonths, monthName, monthTitle } from '../../core/shared/month';
import { Block, Fact } from '../parts/Block';
import { LabelledField } from '../parts/LabelledField';
import { Note } from '../parts/Note';
import { SidePage } from '../parts/SidePage';
import { ThirtyMinutes } from '../prepare/ThirtyMinutes';
import { words } from '../words';
import { namesIn } from './names';
import { setUpTeam } from './new-tabs';
import { PeopleField } from './PeopleField';
import { startWords } from './words';

/** The empty sheet: names are enough. */
export function SetUp({ screen }: { screen: SetUpScreen }) {
  const [people, setPeople] = useState('');
  const [month, setMonth] = useState(screen.dueMonth);
  const [manager, setManager] = useState(screen.me.name);
  const [error, setError] = useState('');
  const n = namesIn(people).length;
  const run = () => {
    if (n > 0) void setUpTeam(people, month, manager.trim());
    else {
      setError(startWords.namesFirst);
      document.getElementById('people')?.focus();
    }
  };
  return (
    <SidePage
      sub={monthTitle(screen.dueMonth)}
      lead={startWords.setUpTitle}
      hint={startWords.setUpMore}
      primary={{ text: startWords.setUp(n), run }}
    >
      <PeopleField
        text={people}
        error={error}
        onText={(text) => {
          setPeople(text);
          setError('');
        }}
      />
      <div class="two">
        <LabelledField id="first-month" label={startWords.firstMonth}>
          <select id="first-month" value={month} onChange={(event) => setMonth(Number(event.currentTarget.value))}>
            {[-1, 0, 1, 2].map((by) => {
              const key = addMonths(screen.dueMonth, by);
              return (
                <option key={key} value={key} selected={key === month}>
                  {monthTitle(key)}
                </option>
              );
            })}
          </select>
        </LabelledField>
        <LabelledField id="you-are" label={startWords.youAre}>
          <input
            id="you-are"
            type="text"
            dir="auto"
            autocomplete="name"
            value={manager}
            onInput={(event) => setManager(event.currentTarget.value)}
          />
        </LabelledField>
      </div>
      <Block title={startWords.whatItAdds}>
        <ul class="facts box">
          <Fact icon="sheet">{startWords.addsTabs(n, monthName(month))}</Fact>
          <Fact icon="sheet">{startWords.addsSetup}</Fact>
        </ul>
        {screen.otherTabs.length > 0 && <p class="hint below">{startWords.othersStay}</p>}
      </Block>
      <ThirtyMinutes />
      <Note icon="info">{words.privacy}</Note>
    </SidePage>
  );
}
