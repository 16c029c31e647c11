/** Which column of the table is what. */
import { useState } from 'preact/hooks';
import { IMPORT_FIELDS, type ImportField, lacksName } from '../../core/import/columns';
import { FIELD_LABELS } from '../../core/import/memory';
import { Fold } from '../parts/Fold';
import { Icon } from '../parts/Icon';
import { LabelledField } from '../parts/LabelledField';
import { setColumn } from './acts';
import { exampleOf } from './example';
import { asked, source, understood } from './state';
import { importWords } from './words';

/** Fields that few tables have and few people miss. */
const RARE: readonly ImportField[] = ['currency', 'pipeline', 'reason', 'created', 'modified'];
/** So many unused headings are named; of a table with hundreds the rest is counted. */
const NAMED = 12;

/** Which column is what, to be looked over and corrected. */
export function ColumnList() {
  const [all, setAll] = useState(false);
  const { columns } = understood.value;
  const heading = source.value?.table.heading ?? [];
  const shown = IMPORT_FIELDS.filter((field) => all || !RARE.includes(field) || columns[field] !== undefined);
  const used = new Set(Object.values(columns));
  const notUsed = heading.filter((name, n) => !used.has(n) && name !== '');
  return (
    <Fold
      title={importWords.columns}
      count={importWords.foundOf(used.size, heading.length)}
      startOpen={asked.value.length === 0}
      forceOpen={lacksName(columns)}
    >
      {shown.map((field) => (
        <ColumnChoice key={field} field={field} />
      ))}
      {shown.length < IMPORT_FIELDS.length && (
        <button type="button" class="more" aria-expanded={false} onClick={() => setAll(true)}>
          <Icon name="right" />
          {importWords.moreColumns}
        </button>
      )}
      {notUsed.length > 0 && (
        <p class="hint below" dir="auto">
          {importWords.notUsed(notUsed.slice(0, NAMED).join(', '), Math.max(0, notUsed.length - NAMED))}
        </p>
      )}
    </Fold>
  );
}

function ColumnChoice({ field }: { field: ImportField }) {
  const index = understood.value.columns[field];
  const id = `column-${field}`;
  const hint = index === undefined ? '' : exampleOf(field, index);
  return (
    <LabelledField id={id} label={FIELD_LABELS[field]}>
      <select
        id={id}
        value={index ?? ''}
        {...(hint === '' ? {} : { 'aria-describedby': `${id}-hint` })}
        onChange={({ currentTarget }) =>
          setColumn(field, currentTarget.value === '' ? null : Number(currentTarget.value))
        }
      >
        <option value="">{importWords.none}</option>
        <ColumnOptions />
      </select>
      {hint !== '' && (
        <p class="hint one-line" id={`${id}-hint`} dir="auto" title={hint}>
          {hint}
        </p>
      )}
    </LabelledField>
  );
}

/** All columns of the table as choices, but those in `without`. */
export function ColumnOptions({ without = [] }: { without?: readonly number[] }) {
  const heading = source.value?.table.heading ?? [];
  return (
    <>
      {heading.map((name, n) =>
        without.includes(n) ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name, and stay where they are
          <option key={n} value={n}>
            {name || importWords.unnamed(n + 1)}
          </option>
        ),
      )}
    </>
  );
}
