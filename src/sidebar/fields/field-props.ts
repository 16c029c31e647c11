/** What every field of a row is given. */
import type { ComponentChildren } from 'preact';
import type { FieldView } from '../../contract/state';
import type { CellValue } from '../../core/shared/fields';

/** What every field of a row is given. */
export interface FieldProps {
  rowKey: string;
  view: FieldView;
  value: CellValue;
  /** Where it stands in the sheet, e.g. "H21"; '' when not known yet. */
  cell: string;
  /** A person's own formula stands there: shown, not editable. */
  formula: boolean;
  /** What the sheet says it was perhaps meant as; left out where there is no such doubt. */
  perhaps?: CellValue | undefined;
  /** Lines a text begins with. */
  rows?: number;
  /** Words that can be put in by a click. */
  suggestions?: string[] | undefined;
  /** A share, shown and typed as a percentage. */
  percent?: boolean;
  /** Entered by key, its text is marked, so that typing replaces it; a click puts the cursor where it points. */
  replaced?: boolean;
  /** What there is to say below it, and what lies over its end. */
  hint?: ComponentChildren;
  beside?: ComponentChildren;
  onEnter?: () => void;
}
