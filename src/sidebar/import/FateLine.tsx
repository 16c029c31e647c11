/** A deal of the preview. */
import type { ComponentChildren } from 'preact';
import type { DealFate } from '../../core/import/fates';
import type { KnownRow, KnownTab } from '../../core/import/known';
import { titleOf } from '../../core/import/plan';
import type { Field } from '../../core/shared/fields';
import { titleOf as titleOfRow } from '../../core/shared/record';
import { joined } from '../wording';
import { words } from '../words';
import { shownValue } from './days';
import { chooseCrm, chooseTwin, leaveLineOut } from './decide';
import { importWords } from './words';

/** A deal as it would come in, with what can be said about it: left out, the CRM's word, the row that it is. */
export function FateLine({ fate, tab }: { fate: DealFate; tab: KnownTab }) {
  const { deal, isOut } = fate;
  const writes = fate.fate !== 'kept' && fate.fate !== 'proposed' && fate.fate !== 'doubtful';
  const isFresh = fate.fate === 'new' || fate.fate === 'reopened';
  const title = titleOf(deal);
  return (
    <li>
      {writes && (
        <input
          type="checkbox"
          checked={!isOut}
          aria-label={importWords.takeIn(title)}
          onChange={(event) => leaveLineOut(deal.line, !event.currentTarget.checked)}
        />
      )}
      <span class={isOut ? 'grow is-out' : 'grow'} dir="auto">
        {title}
        <span class="hint">
          {joined([importWords.fateOf(fate), isFresh && deal.when !== '' ? shownValue(deal.when) : ''])}
        </span>
        <FieldChanges fate={fate} tab={tab} />
        {fate.twins.length > 0 && <Twins fate={fate} tab={tab} />}
      </span>
      {isFresh && deal.amount !== '' && <span class="hint figures">{shownValue(deal.amount)}</span>}
    </li>
  );
}

function FieldChanges({ fate, tab }: { fate: DealFate; tab: KnownTab }) {
  const { changes, conflicts, formulas, row, isLinked, deal } = fate;
  const cell = (field: Field) => (row ? `${tab.letters[field] ?? ''}${row.row}` : '');
  const taken = conflicts.filter(({ isTaken }) => isTaken).map(({ field }) => field);
  return (
    <>
      {changes
        .filter(({ field }) => !taken.includes(field))
        .map(({ field, was, now }) => (
          <ChangedField key={field} field={field} cell={cell(field)}>
            <span class="was">{shownValue(was)}</span> → <b class="ink">{shownValue(now)}</b>
          </ChangedField>
        ))}
      {conflicts.map(({ field, was, now, isTaken }) => (
        <ChangedField key={`yours ${field}`} field={field} cell={cell(field)}>
          {isTaken ? <span class="was">{shownValue(was)}</span> : <b class="ink">{shownValue(was)}</b>}{' '}
          {isTaken ? '→' : importWords.stays}{' '}
          {isTaken ? <b class="ink">{shownValue(now)}</b> : importWords.crmSays(shownValue(now))}{' '}
          <button type="button" class="link" onClick={() => chooseCrm(deal.line, field, !isTaken)}>
            {isTaken ? importWords.keepOurs : importWords.takeTheirs}
          </button>
        </ChangedField>
      ))}
      {formulas.map((field) => (
        <ChangedField key={`formula ${field}`} field={field} cell={cell(field)}>
          {importWords.formulaStays}
        </ChangedField>
      ))}
      {isLinked && <span class="hint">{words.label(importWords.linked)}</span>}
    </>
  );
}

function ChangedField({ field, cell, children }: { field: Field; cell: string; children: ComponentChildren }) {
  return (
    <span class="hint">
      {importWords.fieldName(field)}: {children} <span class="cell">{cell}</span>
    </span>
  );
}

/** Rows typed by hand that may be the deal. */
function Twins({ fate, tab }: { fate: DealFate; tab: KnownTab }) {
  const { deal, twins, twin } = fate;
  const id = `twin-${deal.line}`;
  const isOpen = fate.fate === 'doubtful';
  const name = (row: KnownRow) => `${titleOfRow(row.cells)} (${tab.letters.who ?? ''}${row.row})`;
  return (
    <div class="field">
      <label class="label" for={id}>
        {importWords.sameAs}
      </label>
      <select
        id={id}
        value={isOpen ? '?' : (twin?.key ?? '')}
        onChange={(event) => event.currentTarget.value !== '?' && chooseTwin(deal.line, event.currentTarget.value)}
      >
        {isOpen && <option value="?">{importWords.choose('')}</option>}
        {twins.map((row) => (
          <option key={row.key} value={row.key}>
            {name(row)}
          </option>
        ))}
        <option value="">{importWords.aNewDeal}</option>
      </select>
    </div>
  );
}
