/** What an import leaves out, and why. */
import { complaintText } from '../../core/import/complaints';
import type { DealFate } from '../../core/import/fates';
import { titleOf } from '../../core/import/plan';
import { Block } from '../parts/Block';
import { More } from '../parts/More';
import { found, known, planned, source } from './state';
import { importWords } from './words';

/** Lines that could not be read, deals that go nowhere, and cells that were left blank. */
export function LeftOut() {
  const { complaints, passedOver } = found.value;
  const place = source.value?.place ?? 'line';
  const broken = source.value?.file?.decoded.broken ?? 0;
  const isOdd = (one: (typeof complaints)[number]) => 'odd' in one;
  const texts = (odd: boolean) =>
    complaints.filter((one) => isOdd(one) === odd).map((one) => complaintText(one, place));
  return (
    <>
      <LeftOutLines
        title={importWords.leftOut}
        items={[
          ...leftOutSentences(planned.value.fates),
          ...texts(false),
          ...(passedOver > 0 ? [importWords.passedOver(passedOver)] : []),
        ]}
      />
      <LeftOutLines
        title={importWords.odd}
        items={[...texts(true), ...(broken > 0 ? [importWords.brokenLetters(broken)] : [])]}
      />
    </>
  );
}

/** Why deals go nowhere: a sentence for those of each owner, and one for each that stands on somebody's tab all the same. */
function leftOutSentences(fates: readonly DealFate[]): string[] {
  const groups = new Map<string, { fate: DealFate; count: number }>();
  const stand: string[] = [];
  for (const fate of fates) {
    const { left, deal, other, repId } = fate;
    if (fate.fate === 'leftBehind' && other) stand.push(importWords.leftBehind(titleOf(deal), other.month));
    else if (fate.fate === 'leftBehind') stand.push(importWords.leftBehind(titleOf(deal), 0));
    if (!left) continue;
    if (other) stand.push(importWords.standsAt(titleOf(deal), deal.line, other.name));
    const key = `${left.why} ${left.why === 'notYours' ? '' : deal.owner.toLowerCase()} ${repId}`;
    const group = groups.get(key) ?? { fate, count: 0 };
    group.count++;
    groups.set(key, group);
  }
  const nameOf = (repId: string) => known.value.find((tab) => tab.repId === repId)?.name ?? '';
  return [
    ...[...groups.values()].flatMap(({ fate: { left, deal, repId }, count }) =>
      left ? [importWords.leftOutWhy(left, count, repId === '' ? deal.owner : nameOf(repId))] : [],
    ),
    ...stand,
  ];
}

function LeftOutLines({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <Block title={title} count={items.length}>
      <More
        list="asks"
        items={items}
        row={(text) => (
          <li key={text} dir="auto">
            {text}
          </li>
        )}
      />
    </Block>
  );
}
