/** The question about a next step that says too little. */
import { useEffect, useState } from 'preact/hooks';
import type { RowView } from '../../contract/state';
import { isVague } from '../../core/deal/vague';
import { focusField } from '../rows/focus';
import { isMarked, setMark } from './review-marks';
import { reviewWords } from './words';

/** Half a sentence is not judged: only after a pause in typing. */
const VAGUE_AFTER_MS = 1500;

/** Is a next step to be asked about: it says nothing, and that was neither answered nor put away this month? */
export function asksAbout(row: RowView): boolean {
  return isVague(String(row.cells.next ?? '')) && !isMarked('settled', row.key);
}

/** The one question about a next step that says nothing. An answer, or "It’s fine", and it does not come back. */
export function VagueLine({ row }: { row: RowView }) {
  const text = String(row.cells.next ?? '');
  const [seen, setSeen] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(text), VAGUE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const asks = asksAbout(row) && seen === text;
  useEffect(() => {
    if (asks) setMark('asked', [row.key]);
    else if (text.trim() !== '' && !isVague(text) && seen === text && isMarked('asked', row.key))
      setMark('settled', [row.key]);
  }, [asks, text, seen, row.key]);
  if (!asks) return null;
  return (
    <p class="hint vague">
      <span>{reviewWords.vagueAsk}</span>
      <button
        type="button"
        class="link"
        onClick={() => {
          setMark('settled', [row.key]);
          focusField(row.key, 'next');
        }}
      >
        {reviewWords.vagueFine}
      </button>
    </p>
  );
}
