/** Whose deals are whose. */
import { Fold } from '../parts/Fold';
import { LabelledField } from '../parts/LabelledField';
import { More } from '../parts/More';
import { setOwner } from './acts';
import { askedOwners, personOf, sources, understood } from './state';
import { importWords } from './words';

type Owner = (typeof understood.value.owners)[number];

/** Whose deals are whose: everybody who needs no question, those who are not on the team first. */
export function OwnerList() {
  const asked = new Set(askedOwners.value.map(({ key }) => key));
  const owners = understood.value.owners.filter(({ key }) => !asked.has(key) && key !== '');
  const without = understood.value.owners.find(({ key }) => key === '');
  if (owners.length === 0 && !without) return null;
  const strangers = owners.filter((owner) => personOf(owner) === '');
  const known = owners.filter((owner) => personOf(owner) !== '');
  const count = strangers.length === 0 ? String(owners.length) : importWords.notOnTeam(strangers.length);
  return (
    <Fold title={importWords.owners} count={count} startOpen={false}>
      {without && <p class="hint">{importWords.ownerless(without.count)}</p>}
      <More
        list="choices"
        items={[...strangers, ...known]}
        row={(owner) => (
          <li key={owner.key}>
            <OwnerChoice owner={owner} />
          </li>
        )}
      />
    </Fold>
  );
}

/** Who one owner is. `asked`: nothing is chosen until a person has. */
export function OwnerChoice({ owner, asked = false }: { owner: Owner; asked?: boolean }) {
  const { key, text, count, match, answer } = owner;
  const id = `owner-${key}`;
  const likely = match.is === 'perhaps' ? match.ids : [];
  const people = [...sources.value.people].sort((a, b) => rank(likely, a.id) - rank(likely, b.id));
  const isOpen = asked && answer === null;
  return (
    <LabelledField id={id} label={importWords.stage(text, count)}>
      <select
        id={id}
        value={isOpen ? '?' : personOf(owner)}
        onChange={(event) => event.currentTarget.value !== '?' && setOwner(key, event.currentTarget.value)}
      >
        {isOpen && (
          <option value="?">{importWords.choose(people.find((one) => one.id === likely[0])?.name ?? '')}</option>
        )}
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        <option value="">{importWords.leaveOut}</option>
      </select>
    </LabelledField>
  );
}

function rank(likely: readonly string[], id: string): number {
  const at = likely.indexOf(id);
  return at < 0 ? likely.length : at;
}
