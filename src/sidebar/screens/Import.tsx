import { step } from '../store/importing';
import { ImportColumnsPage } from './import/Columns';
import { ImportDone } from './import/Done';
import { ImportPreviewPage } from './import/PreviewPage';
import { ImportSourcePage } from './import/Source';
import { ImportWriting } from './import/Writing';

/** Deals from a CRM: where from, which column is what, what would be written, and writing it. */
export function Import() {
  const at = step.value;
  switch (at.at) {
    case 'source':
      return <ImportSourcePage />;
    case 'columns':
      return <ImportColumnsPage />;
    case 'preview':
      return <ImportPreviewPage preview={at.preview} note={at.note} />;
    case 'writing':
      return <ImportWriting done={at.done} total={at.total} />;
    case 'done':
      return <ImportDone />;
  }
}
