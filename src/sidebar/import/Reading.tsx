/** The page while a tab is read. */
import { Progress } from '../parts/Progress';
import { SidePage } from '../parts/SidePage';
import { source } from './state';
import { importWords } from './words';

/** While a long or wide tab is read, part by part. */
export function ImportReadingPage({ done, total }: { done: number; total: number }) {
  const text = importWords.readingMore(done, total);
  return (
    <SidePage title={importWords.title} sub={source.value?.name ?? ''} lead={text} step="reading" primary={null}>
      <Progress label={importWords.title} text={text} share={done / Math.max(1, total)} />
    </SidePage>
  );
}
