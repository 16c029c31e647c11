import type { SectionView } from '../../contract/state';
import { HomelessCard } from '../rows/HomelessCard';
import { keyPrefix, sectionOfKey } from '../saving/merge';
import { queue } from '../store/state';
import { ConclusionBody } from './ConclusionBody';
import { ExistingBody } from './ExistingBody';
import { GenericBody } from './GenericBody';
import { KpiBody } from './KpiBody';

/** The rows of a section, in the form that its kind asks for. */
export function SectionBody({ section }: { section: SectionView }) {
  const homeless = queue.value.homeless.filter((h) => sectionOfKey(h.key) === keyPrefix(section));
  return (
    <>
      {homeless.map((h) => (
        <HomelessCard key={h.key} homeless={h} />
      ))}
      <Rows section={section} />
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
      return <GenericBody section={section} />;
  }
}
