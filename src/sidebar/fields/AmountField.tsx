import { words } from '../words';
import type { FieldProps } from './field-props';
import { language } from './language';
import { ParsedField } from './ParsedField';
import { editAmount, readAmount } from './read-amount';

/** An amount. What is no plain number stays as it was typed. */
export function AmountField(props: FieldProps) {
  return (
    <ParsedField
      {...props}
      numeric
      read={(text) => readAmount(text, language())}
      show={(amount) => editAmount(amount, language())}
      isRead={(amount) => amount === '' || typeof amount === 'number'}
      unreadable={words.unreadableAmount}
    />
  );
}
