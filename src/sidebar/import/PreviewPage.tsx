/** The page with what an import would write. */
import type { DealFate, FateKind } from '../../core/import/fates';
import type { KnownTab } from '../../core/import/known';
import { goBack } from '../page/go-back';
import { type Work, work } from '../page/work';
import { Block } from '../parts/Block';
import { More } from '../parts/More';
import { Progress } from '../parts/Progress';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { FateCounts } from './FateCounts';
import { FateLine } from './FateLine';
import { LeftOut } from './LeftOut';
import { MissingDeals } from './MissingDeals';
import { known, pending, planned, source, step, taken } from './state';
import { importWords } from './words';
import { totals, write } from './write';

/** What becomes of each line: in numbers, then tab by tab what would be written, and what is left out. */
export function ImportPreviewPage({ note }: { note: string }) {
  const { fates, missing, edits } = planned.value;
  const { added, changed } = totals(edits);
  const none = taken.value.length === 0;
  const at = pending.value.size > 0 ? work.value : null;
  return (
    <SidePage
      title={importWords.title}
      sub={source.value?.name ?? ''}
      note={note}
      lead={none ? importWords.noDeals : importWords.toWrite(added, changed)}
      step={`preview ${note}`}
      hint={none ? importWords.noDealsMore : at ? importWords.soFar : ''}
      scrolls
      ruled
      menu={at === null}
      primary={
        at
          ? null
          : added + changed === 0
            ? { text: words.ok, run: goBack }
            : { text: importWords.write(added + changed), run: () => void write() }
      }
      secondary={{ text: words.back, run: () => back(at) }}
      doing={at?.text}
    >
      {at && <Progress label={importWords.title} text={at.text} share={at.share} />}
      <FateCounts />
      {known.value.map((tab) => (
        <TabPreview key={tab.repId} tab={tab} fates={fates} />
      ))}
      <MissingDeals groups={missing} />
      <LeftOut />
    </SidePage>
  );
}

/** Back to the columns; what is still being looked up is left. */
function back(at: Work | null): void {
  at?.stop();
  step.value = { at: 'columns' };
}

/** What a person looks at on a tab, the weightiest first. */
const SHOWN: readonly FateKind[] = ['doubtful', 'handedOver', 'reopened', 'proposed', 'kept', 'changed', 'new'];

function TabPreview({ tab, fates }: { tab: KnownTab; fates: readonly DealFate[] }) {
  const own = fates.filter(({ repId }) => repId === tab.repId);
  if (own.every(({ fate }) => fate === 'leftOut')) return null;
  return (
    <Block ink title={importWords.into(tab.name, tab)}>
      <p class="hint">{importWords.numbers(own)}</p>
      {SHOWN.map((kind) => (
        <More
          key={kind}
          list="facts box below"
          items={own.filter(({ fate }) => fate === kind)}
          row={(fate) => <FateLine key={fate.deal.line} fate={fate} tab={tab} />}
        />
      ))}
    </Block>
  );
}
