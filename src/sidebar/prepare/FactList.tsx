import { useState } from 'preact/hooks';
import { Block } from '../parts/Block';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import type { Fact } from './before-facts';

const AT_FIRST = 4;

/** Facts under a title, a line each; none, no title. */
export function FactList({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const [all, setAll] = useState(false);
  if (facts.length === 0) return null;
  // One more is shown rather than offered.
  const shown = all || facts.length <= AT_FIRST + 1 ? facts : facts.slice(0, AT_FIRST);
  return (
    <Block title={title}>
      <ul class="facts">
        {shown.map((fact) => (
          <li key={fact.text}>
            <Icon name={fact.icon} />
            <span class="grow" dir="auto">
              {fact.text}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < facts.length && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          <Icon name="right" />
          {words.showMore(facts.length - shown.length)}
        </button>
      )}
    </Block>
  );
}
