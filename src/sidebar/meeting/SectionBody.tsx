/** What a section shows, by its kind. */
import type { SectionView } from '../../contract/state';
import { OfferLine } from '../coaching/OfferLine';
import { DueReviews } from '../coaching/Reviews';
import { meeting } from '../page/view';
import { Block } from '../parts/Block';
import { ExistingBody } from '../review/ExistingBody';
import { OrphanedCard } from '../rows/OrphanedCard';
import { developmentSection, keyPrefix, sectionOfKey } from '../save/merge';
import { developmentStep, topicsSection } from '../save/rows';
import { queue } from '../save/state';
import { words } from '../words';
import { Brought } from './Brought';
import { ConclusionBody } from './ConclusionBody';
import { DevelopmentLines } from './DevelopmentLines';
import { GenericBody } from './GenericBody';
import { KpiBody } from './KpiBody';

/** The rows of a section, in the form that its kind asks for. */
export function SectionBody({ section }: { section: SectionView }) {
  const m = meeting.value;
  const hasDevelopment = m !== null && developmentStep(m)?.id === section.id;
  const isTopicsPlace = section.id === topicsSection()?.id || (hasDevelopment && !topicsSection());
  const prefixes = [keyPrefix(section), ...(hasDevelopment ? [developmentSection(m).id] : [])];
  const orphaned = queue.value.orphaned.filter((h) => prefixes.includes(sectionOfKey(h.key)));
  return (
    <>
      {orphaned.map((h) => (
        <OrphanedCard key={h.key} orphan={h} />
      ))}
      {m && isTopicsPlace && <Brought m={m} inTalk />}
      {m && <DueReviews m={m} section={section.id} />}
      <Rows section={section} />
      {m && <OfferLine m={m} section={section.id} />}
      {hasDevelopment && (
        <Block title={words.development}>
          <DevelopmentLines m={m} />
        </Block>
      )}
    </>
  );
}

function Rows({ section }: { section: SectionView }) {
  switch (section.kind) {
    case 'existing':
      return <ExistingBody section={section} />;
    case 'kpis':
      return <KpiBody section={section} />;
    case 'conclusion':
      return <ConclusionBody section={section} />;
    case 'new':
    case 'notes':
    case 'topics':
    case 'growth':
      return <GenericBody section={section} />;
  }
}
