import { useState } from 'preact/hooks';
import type { SetUpScreen } from '../../contract/state';
import { addMonths, monthName, monthTitle } from '../../core/shared/month';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { ThirtyMinutes } from '../prepare/ThirtyMinutes';
import { words } from '../words';
import { namesIn } from './names';
import { setUpTeam } from './new-tabs';
import { PeopleField } from './PeopleField';

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
      setError(words.namesFirst);
      document.getElementById('people')?.focus();
    }
  };
  return (
    <>
      <Header title={words.product} sub={monthTitle(screen.dueMonth)} />
      <main class="body">
        <div>
          <h2 class="lead">{words.setUpTitle}</h2>
          <p class="hint">{words.setUpMore}</p>
        </div>
        <PeopleField
          text={people}
          error={error}
          onText={(text) => {
            setPeople(text);
            setError('');
          }}
        />
        <div class="two">
          <div class="field">
            <label class="label" for="first-month">
              {words.firstMonth}
            </label>
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
          </div>
          <div class="field">
            <label class="label" for="you-are">
              {words.youAre}
            </label>
            <input
              id="you-are"
              type="text"
              dir="auto"
              autocomplete="name"
              value={manager}
              onInput={(event) => setManager(event.currentTarget.value)}
            />
          </div>
        </div>
        <section class="block">
          <h3>{words.whatItAdds}</h3>
          <ul class="facts box">
            <li>
              <Icon name="sheet" />
              <span class="grow">{words.addsTabs(n, monthName(month))}</span>
            </li>
            <li>
              <Icon name="sheet" />
              <span class="grow">{words.addsSetup}</span>
            </li>
          </ul>
          {screen.otherTabs.length > 0 && <p class="hint below">{words.othersStay}</p>}
        </section>
        <ThirtyMinutes />
        <div class="note">
          <Icon name="info" />
          <div>{words.privacy}</div>
        </div>
      </main>
      <PlainDock primary={{ text: words.setUp(n), run }} />
    </>
  );
}
