/** The fields of one row of the record. One grid serves all sections; a section says which fields it uses and how it calls them. */
export const FIELDS = ['who', 'when', 'why', 'amount', 'status', 'moved', 'next'] as const;

export type Field = (typeof FIELDS)[number];

/**
 * What a field holds, as it travels: '' is blank; an amount is a number, or the text that a person typed instead;
 * a date is "yyyy-mm-dd", or the text typed instead; everything else is text.
 */
export type CellValue = string | number;

export type Cells = Partial<Record<Field, CellValue>>;

/**
 * How a section's rows are made and read. Sections of one's own are of kind `notes`; `growth` is no step of the meeting
 * but the standing lines of development below the last section before the Conclusion.
 */
export type SectionKind = 'new' | 'existing' | 'notes' | 'kpis' | 'topics' | 'growth' | 'conclusion';

/** What a field of a kind of section holds. */
export type FieldType = 'text' | 'date' | 'number' | 'status' | 'computed';
