/** Plans that nobody has looked at, in the preview of a month. */
import type { CarryView } from '../../contract/calls';
import type { CarryDecision } from '../../core/deal/carry';
import { Block, Fact } from '../parts/Block';
import { Button } from '../parts/Button';
import { words } from '../words';
import { decideDeal } from './start-month';
import { startWords } from './words';

/** Proposes to drop plans whose reviews were missed too often. They come along unless somebody says so. */
export function StalePlans({ person, decisions }: { person: CarryView; decisions: readonly CarryDecision[] }) {
  const dropped = new Set(decisions.flatMap(({ id, what }) => (what === 'drop' ? [id] : [])));
  if (person.plans.length === 0) return null;
  return (
    <Block sign={{ icon: 'calendar' }} title={startWords.stalePlans(person.plans.length)}>
      <p class="hint">{startWords.stalePlansMore}</p>
      <ul class="facts box">
        {person.plans.map(({ id, title, missed }) => {
          const isOut = dropped.has(id);
          return (
            <Fact
              key={id}
              hint={isOut ? startWords.planDropped : startWords.planMissed(missed)}
              end={
                <Button
                  small
                  quiet
                  label={isOut ? startWords.takeBack(title) : startWords.dropPlanOf(title)}
                  run={() => decideDeal(id, isOut ? null : 'drop')}
                >
                  {isOut ? words.undo : startWords.dropPlan}
                </Button>
              }
            >
              {title}
            </Fact>
          );
        })}
      </ul>
    </Block>
  );
}
