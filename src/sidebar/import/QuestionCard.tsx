/** The cards that questions of the import stand on. */
import type { ComponentChildren } from 'preact';
import { isOpen, type Question } from './state';

/** Open ones stand out, answered ones are calm. */
export function Card({ question, children }: { question: Question; children: ComponentChildren }) {
  return <div class={isOpen(question) ? 'note warn ask' : 'note ask'}>{children}</div>;
}

/** A question with a few answers, one of which is true. */
export function Choice<T extends string>({
  question,
  name,
  legend,
  chosen,
  choices,
  onChoice,
}: {
  question: Question;
  name: string;
  legend: string;
  chosen: T | '';
  choices: { value: T; text: string }[];
  onChoice: (value: T | '') => void;
}) {
  return (
    <Card question={question}>
      <fieldset class="chips agenda-choice">
        <legend class="label">{legend}</legend>
        {choices.map(({ value, text }) => (
          <Chip key={value} name={name} checked={value === chosen} text={text} onChoice={() => onChoice(value)} />
        ))}
      </fieldset>
    </Card>
  );
}

export function Chip(props: { name: string; checked: boolean; text: string; onChoice: () => void }) {
  const { name, checked, text, onChoice } = props;
  return (
    <label class="chip">
      <input type="radio" name={name} checked={checked} onChange={onChoice} />
      <span>{text}</span>
    </label>
  );
}
