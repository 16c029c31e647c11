/** Rows whose deals are no longer in the CRM. */
import type { MissingGroup } from '../../core/import/fates';
import { missingKey } from '../../core/import/plan';
import { titleOf } from '../../core/shared/record';
import { Block } from '../parts/Block';
import { Chips } from '../parts/Chips';
import { More } from '../parts/More';
import { shownValue } from './days';
import { chooseMissing, chooseMissingRow } from './decide';
import { decisions } from './state';
import { importWords } from './words';

const MISSING_CHOICES = (['keep', 'drop'] as const).map((value) => ({ value, text: importWords.missingChoice[value] }));

/** Open rows whose deals the file does not have any more: kept, unless a person says otherwise. */
export function MissingDeals({ groups }: { groups: readonly MissingGroup[] }) {
  if (groups.length === 0) return null;
  const asked = groups.filter(({ looksFiltered }) => !looksFiltered);
  const rows = asked.flatMap(({ repId, name, rows: list }) => list.map((one) => ({ ...one, repId, name })));
  return (
    <Block title={importWords.missing} count={groups.reduce((sum, group) => sum + group.rows.length, 0)}>
      {groups
        .filter(({ looksFiltered }) => looksFiltered)
        .map((group) => (
          <p class="hint" key={group.repId} dir="auto">
            {importWords.looksFiltered(group.name, group.rows.length, group.known)}
          </p>
        ))}
      {rows.length > 0 && (
        <>
          <p class="hint">{importWords.missingMore}</p>
          <Chips
            name="missing"
            legend={importWords.missing}
            quiet
            look="agenda-choice below"
            choices={MISSING_CHOICES}
            chosen={
              MISSING_CHOICES.find(({ value }) => rows.every((one) => one.isDropped === (value === 'drop')))?.value ??
              ''
            }
            onChoice={chooseMissing}
          />
          <More
            list="facts box below"
            items={rows}
            row={({ row, isDropped, repId, name }) => (
              <li key={missingKey(repId, row.key)}>
                <input
                  type="checkbox"
                  checked={!isDropped}
                  aria-label={importWords.keepRow(titleOf(row.cells))}
                  onChange={(event) =>
                    chooseMissingRow(missingKey(repId, row.key), event.currentTarget.checked ? 'keep' : 'drop')
                  }
                />
                <span class={isDropped ? 'grow is-out' : 'grow'} dir="auto">
                  {titleOf(row.cells)}
                  <span class="hint">{name}</span>
                </span>
                {row.cells.amount !== '' && <span class="hint figures">{shownValue(row.cells.amount ?? '')}</span>}
              </li>
            )}
          />
        </>
      )}
      {decisions.value.missing === 'drop' && <p class="hint">{importWords.dropMore}</p>}
    </Block>
  );
}
