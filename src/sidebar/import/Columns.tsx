import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { IMPORT_FIELDS, type ImportField, missingColumns } from '../../core/import/columns';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { useTitleFocus } from '../parts/use-title-focus';
import { words } from '../words';
import { exampleOf } from './example';
import { AmountQuestion, DateQuestion } from './Questions';
import { byName, columns, lookFirst, pinnedTab, setColumn, setStage, source, sources, stages, step } from './state';
import { importWords } from './words';

/** Fields that few tables have and few people miss. */
const RARE: readonly ImportField[] = ['reason', 'created', 'modified'];

/** Which column is what, how days and amounts are meant, what the stages stand for. */
export function ImportColumnsPage() {
  const title = useTitleFocus('columns');
  const [all, setAll] = useState(false);
  const from = source.value;
  if (!from) return null;
  const missing = missingColumns(columns.value);
  const ownerLess = columns.value.owner === undefined && !pinnedTab.value;
  const shown = IMPORT_FIELDS.filter((field) => all || !RARE.includes(field) || columns.value[field] !== undefined);
  const used = new Set(Object.values(columns.value));
  const notUsed = from.table.heading.filter((name, n) => !used.has(n) && name !== '');
  return (
    <>
      <Header title={importWords.title} sub={from.name} />
      <main class="body ruled">
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {importWords.inSource(from.table.lines.length, from.place)}
          </h2>
          <p class="hint">{importWords.columnsMore}</p>
        </div>
        {missing.map((what) => (
          <Warning key={what}>{importWords.missing[what]}</Warning>
        ))}
        {ownerLess && <Warning>{importWords.ownerOrTab}</Warning>}
        <DateQuestion />
        <AmountQuestion />
        <section class="block">
          <h3>{importWords.columns}</h3>
          {shown.map((field) => (
            <ColumnChoice key={field} field={field} heading={from.table.heading} />
          ))}
          {shown.length < IMPORT_FIELDS.length && (
            <button type="button" class="more" aria-expanded={false} onClick={() => setAll(true)}>
              <Icon name="right" />
              {importWords.moreColumns}
            </button>
          )}
          {notUsed.length > 0 && (
            <p class="hint below" dir="auto">
              {importWords.notUsed(notUsed.join(', '))}
            </p>
          )}
        </section>
        <Stages />
        <div>
          <label class="check">
            <input
              type="checkbox"
              checked={byName.value}
              aria-describedby="by-name-hint"
              onChange={(event) => (byName.value = event.currentTarget.checked)}
            />
            {importWords.byName}
          </label>
          <p class="hint" id="by-name-hint">
            {importWords.byNameMore}
          </p>
        </div>
      </main>
      <PlainDock
        primary={{
          text: words.lookFirst,
          disabled: missing.length > 0 || ownerLess,
          run: () => void lookFirst(),
        }}
        secondary={{ text: words.back, run: () => (step.value = { at: 'source' }) }}
      />
    </>
  );
}

function Warning({ children }: { children: ComponentChildren }) {
  return (
    <div class="note warn">
      <Icon name="warn" />
      <div>{children}</div>
    </div>
  );
}

function ColumnChoice({ field, heading }: { field: ImportField; heading: readonly string[] }) {
  const index = columns.value[field];
  const id = `column-${field}`;
  const hint = index === undefined ? noColumn(field) : exampleOf(field, index);
  return (
    <div class="field">
      <label class="label" for={id}>
        {importWords.field[field]}
      </label>
      <select
        id={id}
        value={index ?? ''}
        {...(hint === '' ? {} : { 'aria-describedby': `${id}-hint` })}
        onChange={({ currentTarget }) =>
          setColumn(field, currentTarget.value === '' ? null : Number(currentTarget.value))
        }
      >
        <option value="">{importWords.none}</option>
        {heading.map((name, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name, and stay where they are
          <option key={n} value={n}>
            {name || importWords.unnamed(n + 1)}
          </option>
        ))}
      </select>
      {hint !== '' && (
        <p class="hint one-line" id={`${id}-hint`} dir="auto" title={hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

function noColumn(field: ImportField): string {
  if (field === 'owner' && pinnedTab.value) return importWords.allTo(pinnedTab.value.name);
  return field === 'stage' ? importWords.noStage : '';
}

function Stages() {
  if (stages.value.length === 0) return null;
  return (
    <section class="block">
      <h3>
        {importWords.stages}
        <span>{stages.value.length}</span>
      </h3>
      {stages.value.map(({ key, text, count, status }, n) => (
        <div class="field" key={key}>
          <label class="label" for={`stage-${n}`} dir="auto">
            {importWords.stage(text, count)}
          </label>
          <select id={`stage-${n}`} value={status} onChange={(event) => setStage(key, event.currentTarget.value)}>
            <option value="">{words.moving}</option>
            {sources.value.statuses.map(({ word }) => (
              <option key={word} value={word}>
                {words.status(word)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </section>
  );
}
