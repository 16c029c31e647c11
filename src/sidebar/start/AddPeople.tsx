/** The page for people who are new. */
import { useState } from 'preact/hooks';
import { monthTitle } from '../../core/shared/month';
import { goBack } from '../page/go-back';
import { screen } from '../page/view';
import { Note } from '../parts/Note';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { namesIn } from './names';
import { addPeople } from './new-tabs';
import { PeopleField } from './PeopleField';
import { startWords } from './words';

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
      setError(startWords.namesFirst);
      document.getElementById('people')?.focus();
      return;
    }
    const text = await addPeople(people, withMonth ? s.dueMonth : null);
    if (text === null) return;
    setDone(text);
    setPeople('');
  };
  return (
    <SidePage
      sub={monthTitle(s.dueMonth)}
      lead={startWords.addPeopleTitle}
      hint={startWords.addPeopleMore}
      primary={{ text: startWords.add(n), run: () => void run() }}
      secondary={{ text: words.back, run: goBack }}
    >
      {done && <Note tone="good">{done}</Note>}
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
        <span>{startWords.alsoMonth(s.dueMonth)}</span>
      </label>
    </SidePage>
  );
}
