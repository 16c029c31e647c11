/** The field for an amount. */
import type { FieldProps } from './field-props';
import { editShare, readShare } from './figure';
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
