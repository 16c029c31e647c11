/** Who is looking: one window is one person. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { people, role, user } from '../state';

const ROLES = { owner: 'owner', editor: 'can edit', viewer: 'can only view' } as const;
const ADD = '+';

export function PeopleSwitch({ add }: { add(email: string): void }) {
  const [isAdding, setAdding] = useState(false);
  const [email, setEmail] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isAdding) field.current?.focus();
  }, [isAdding]);
  if (isAdding) {
    return (
      <form
        class="people is-adding"
        onSubmit={(event) => {
          event.preventDefault();
          add(email);
          setAdding(false);
          setEmail('');
        }}
        onKeyDown={(event) => event.key === 'Escape' && setAdding(false)}
      >
        <label>
          Their e-mail
          <input
            ref={field}
            type="email"
            required
            placeholder="ana@example.com"
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button action">
          Add as editor
        </button>
        <button type="button" class="button" onClick={() => setAdding(false)}>
          Cancel
        </button>
      </form>
    );
  }
  return (
    <div class="people">
      <label>
        Who is looking
        <select
          value={user.value}
          onChange={(event) => {
            const choice = event.currentTarget.value;
            if (choice !== ADD) {
              lookAs(choice);
              return;
            }
            event.currentTarget.value = user.value;
            setAdding(true);
          }}
        >
          {people.value.map((person) => (
            <option key={person.email} value={person.email}>
              {person.email} ({ROLES[person.role]})
            </option>
          ))}
          <option value={ADD}>Add a person…</option>
        </select>
      </label>
      <a
        class="second-window"
        href={otherWindow()}
        target="_blank"
        rel="noreferrer"
        title="Open a second window, for another person"
      >
        Second window
      </a>
      {role.value === 'viewer' && <span class="view-only">View only</span>}
    </div>
  );
}

/** Opens this page as somebody else. */
export function lookAs(email: string): void {
  const url = new URL(location.href);
  url.searchParams.set('user', email);
  location.assign(url);
}

function otherWindow(): string {
  const next = people.value.find((person) => person.email !== user.value) ?? { email: user.value };
  return `/?user=${encodeURIComponent(next.email)}`;
}
