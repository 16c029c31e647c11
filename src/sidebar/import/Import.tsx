/** The page of the import, step by step. */
import { ImportColumnsPage } from './Columns';
import { ImportDone } from './Done';
import { ImportPreviewPage } from './PreviewPage';
import { ImportReadingPage } from './Reading';
import { ImportSourcePage } from './Source';
import { step } from './state';
import { TakeBackPage, TakenBackPage } from './TakeBack';

/** Deals from a CRM: where from, which column is what, what would be written, and writing it. */
export function Import() {
  const at = step.value;
  switch (at.at) {
    case 'source':
      return <ImportSourcePage />;
    case 'reading':
      return <ImportReadingPage done={at.done} total={at.total} />;
    case 'columns':
      return <ImportColumnsPage />;
    case 'preview':
      return <ImportPreviewPage note={at.note} />;
    case 'done':
      return <ImportDone />;
    case 'takeBack':
      return <TakeBackPage what={at.what} />;
    case 'takenBack':
      return <TakenBackPage obstacles={at.obstacles} rows={at.rows} />;
  }
}
