import { useState } from 'preact/hooks';
import { monthTitle } from '../../core/shared/month';
import { firstView } from '../page/screens';
import { screen, view } from '../page/view';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { words } from '../words';
import { namesIn } from './names';
import { addPeople } from './new-tabs';
import { PeopleField } from './PeopleField';

/** More people for a tracker that is there already. */
export function AddPeople() {
  const s = screen.value;
  const [people, setPeople] = useState('');
  const [withMonth, setWithMonth] = useState(true);
  const [error, setError] = useState('');
  const [done, setDone] = useState('');
  if (!s) return null;
  const n = namesIn(people).length;
  const run = async () => {
    if (n === 0) {
      setError(words.namesFirst);
      document.getElementById('people')?.focus();
      return;
    }
    const text = await addPeople(people, withMonth ? s.dueMonth : null);
    if (text === null) return;
    setDone(text);
    setPeople('');
  };
  return (
    <>
      <Header title={words.product} sub={monthTitle(s.dueMonth)} />
      <main class="body">
        <div>
          <h2 class="lead">{words.addPeopleTitle}</h2>
          <p class="hint">{words.addPeopleMore}</p>
        </div>
        {done && (
          <div class="note good" dir="auto">
            <div>{done}</div>
          </div>
        )}
        <PeopleField
          text={people}
          error={error}
          onText={(text) => {
            setPeople(text);
            setError('');
          }}
        />
        <label class="check">
          <input type="checkbox" checked={withMonth} onChange={(event) => setWithMonth(event.currentTarget.checked)} />
          <span>{words.alsoMonth(s.dueMonth)}</span>
        </label>
      </main>
      <PlainDock
        primary={{ text: words.add(n), run: () => void run() }}
        secondary={{ text: words.back, run: () => (view.value = firstView(s)) }}
      />
    </>
  );
}
