import type { SectionView } from '../../contract/state';
import { meeting } from '../page/view';
import { Block } from '../parts/Block';
import { ExistingBody } from '../review/ExistingBody';
import { HomelessCard } from '../rows/HomelessCard';
import { growthSection, keyPrefix, sectionOfKey } from '../save/merge';
import { growthStep } from '../save/rows';
import { queue } from '../save/state';
import { words } from '../words';
import { Brought } from './Brought';
import { ConclusionBody } from './ConclusionBody';
import { GrowthLines } from './DevelopmentLines';
import { GenericBody } from './GenericBody';
import { KpiBody } from './KpiBody';

/** The rows of a section, in the form that its kind asks for. */
export function SectionBody({ section }: { section: SectionView }) {
  const m = meeting.value;
  const growing = m !== null && growthStep(m)?.id === section.id;
  const prefixes = [keyPrefix(section), ...(growing ? [growthSection(m).id] : [])];
  const homeless = queue.value.homeless.filter((h) => prefixes.includes(sectionOfKey(h.key)));
  return (
    <>
      {homeless.map((h) => (
        <HomelessCard key={h.key} homeless={h} />
      ))}
      {m && section.kind === 'topics' && <Brought m={m} />}
      <Rows section={section} />
      {growing && (
        <Block title={words.growth}>
          <GrowthLines m={m} />
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
