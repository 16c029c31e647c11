/** Facts to know before the talk. */
import { Block, Fact } from '../parts/Block';
import { More } from '../parts/More';
import type { FactLine } from './before-facts';

/** Facts under a title, a line each; none, no title. */
export function FactList({ title, facts }: { title: string; facts: readonly FactLine[] }) {
  if (facts.length === 0) return null;
  return (
    <Block title={title}>
      <More
        list="facts"
        items={facts}
        first={4}
        row={({ icon, text }) => (
          <Fact key={text} icon={icon}>
            {text}
          </Fact>
        )}
      />
    </Block>
  );
}
