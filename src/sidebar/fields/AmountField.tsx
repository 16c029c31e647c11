/** The field for an amount. */
import type { CellValue } from '../../core/shared/fields';
import type { FieldProps } from './field-props';
import { language } from './language';
import { ParsedField } from './ParsedField';
import { editAmount, otherAmount, readAmount } from './read-amount';
import { fieldWords } from './words';

/** An amount. What is no plain number stays as it was typed. */
export function AmountField(props: FieldProps) {
  const { percent = false } = props;
  return (
    <ParsedField
      {...props}
      numeric
      read={(text) => (percent ? readShare(text) : readAmount(text, language()))}
      show={(amount) => (percent ? editShare(amount) : editAmount(amount, language()))}
      isRead={(amount) => amount === '' || typeof amount === 'number'}
      unreadable={fieldWords.unreadableAmount}
      other={(text) => (percent ? null : otherAmount(text, language()))}
    />
  );
}

const exact = (value: number) => Number(value.toPrecision(12));

/** Where a percentage belongs, 27 is 27 %, as in a cell of the sheet. */
function readShare(text: string): CellValue {
  const value = readAmount(text, language());
  return typeof value === 'number' && !text.trim().endsWith('%') ? exact(value / 100) : value;
}

function editShare(value: CellValue): string {
  return typeof value === 'number' ? `${editAmount(exact(value * 100), language())} %` : editAmount(value, language());
}
