/** The cards that questions of the import stand on. */
import type { ComponentChildren } from 'preact';
import { Chips, type ChipsProps } from '../parts/Chips';
import { isOpen, type Question } from './state';

/** Open ones stand out, answered ones are calm. */
export function Card({ question, children }: { question: Question; children: ComponentChildren }) {
  return <div class={isOpen(question) ? 'note warn ask' : 'note ask'}>{children}</div>;
}

/** A question with a few answers, one of which is true. */
export function Choice<T extends string>({ question, ...chips }: ChipsProps<T> & { question: Question }) {
  return (
    <Card question={question}>
      <Chips {...chips} />
    </Card>
  );
}
