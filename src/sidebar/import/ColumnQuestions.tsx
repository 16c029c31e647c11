/** Questions about columns that were not found. */
import type { ColumnQuestion } from '../../core/import/columns';
import { LabelledField } from '../parts/LabelledField';
import { setColumn } from './acts';
import { ColumnOptions } from './ColumnList';
import { exampleOf } from './example';
import { Card } from './QuestionCard';
import { allTo, answers, ownerCandidates, type Question, source, sources } from './state';
import { importWords } from './words';

/** Asked where no column speaks of an owner: nothing goes to anybody's tab before a person has said whose deals these are. */
export function WhoseQuestion({ question }: { question: Question }) {
  const near = ownerCandidates.value;
  const heading = source.value?.table.heading ?? [];
  const { people, only } = sources.value;
  const mine = people.filter(({ id }) => only === '' || id === only);
  const choose = (value: string) => {
    if (value.startsWith('column:')) {
      allTo.value = '';
      setColumn('owner', Number(value.slice(7)));
    } else allTo.value = value;
  };
  const names = near.map((n) => ({ n, name: heading[n] || importWords.unnamed(n + 1) }));
  return (
    <Card question={question}>
      <LabelledField id="import-whose" label={importWords.whose}>
        <select id="import-whose" value={allTo.value} onChange={(event) => choose(event.currentTarget.value)}>
          {allTo.value === '' && <option value="">{importWords.choose('')}</option>}
          <optgroup label={importWords.allBelongTo}>
            {mine.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label={importWords.columnSays}>
            {names.map(({ n, name }) => (
              <option key={n} value={`column:${n}`}>
                {name}
              </option>
            ))}
            {heading.map((name, n) =>
              near.includes(n) ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name, and stay where they are
                <option key={n} value={`column:${n}`}>
                  {name || importWords.unnamed(n + 1)}
                </option>
              ),
            )}
          </optgroup>
        </select>
        <p class="hint">{importWords.whoseMore}</p>
      </LabelledField>
    </Card>
  );
}

/** Asked where a likely column was not found, or could be several. */
export function WhichColumn({
  question,
  which: { field, why, candidates },
}: {
  question: Question;
  which: ColumnQuestion;
}) {
  const heading = source.value?.table.heading ?? [];
  const answer = answers.value.columns[field];
  const value = answer === undefined ? '' : answer === null ? 'none' : String(answer);
  const id = `ask-${field}`;
  return (
    <Card question={question}>
      <LabelledField id={id} label={importWords.whichColumn(field, why)}>
        <select
          id={id}
          value={value}
          onChange={({ currentTarget }) =>
            currentTarget.value !== '' &&
            setColumn(field, currentTarget.value === 'none' ? null : Number(currentTarget.value))
          }
        >
          {value === '' && <option value="">{importWords.choose('')}</option>}
          {candidates.length > 0 && (
            <optgroup label={why === 'several' ? importWords.foundColumns : importWords.looksLikeIt}>
              {candidates.map((n) => (
                <option key={n} value={n}>
                  {heading[n] || importWords.unnamed(n + 1)}
                </option>
              ))}
            </optgroup>
          )}
          <option value="none">{importWords.noColumn(field)}</option>
          <optgroup label={importWords.otherColumns}>
            <ColumnOptions without={candidates} />
          </optgroup>
        </select>
        {typeof answer === 'number' && <p class="hint one-line">{exampleOf(field, answer)}</p>}
      </LabelledField>
    </Card>
  );
}
