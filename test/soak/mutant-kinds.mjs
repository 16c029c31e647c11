/**
 * What a mutant does to a line of src/sheet or src/addon (operators), which mutants have been known by name since hands first
 * got the better of the record, and which of those that are drawn change nothing that anybody could notice.
 */

const NEXT = {
  who: 'why',
  when: 'why',
  why: 'next',
  amount: 'status',
  status: 'amount',
  moved: 'next',
  next: 'moved',
  key: 'month',
  month: 'key',
  text: 'firstMonth',
  firstMonth: 'unchanged',
  story: 'importId',
};

function replaced(line, pattern, by) {
  const now = line.replace(pattern, by);
  return now === line ? null : now;
}

/** What is done to a line; null where the operator does not fit it. */
export const OPERATORS = {
  'a write is left out': (line) =>
    /^\s+\S.*\.(set(Value|Formula|RichTextValue|NumberFormat)s?|put|write|insertRows?\w*|adopt\w*)\(.*\);$/.test(
      line,
    ) && !/^\s+(const|let|return|if|for)\b/.test(line)
      ? ''
      : null,
  'a guard is left out': (line) => (/^\s+if \(.*\) (return|continue|stop|throw)\b.*;$/.test(line) ? '' : null),
  'a condition is turned round': (line) => replaced(line, /^(\s+(?:else )?if \()(.*)(\) [^{]*;|\) \{)$/, '$1!($2)$3'),
  'and becomes or': (line) => replaced(line, / && /, ' || '),
  'or becomes and': (line) => replaced(line, / \|\| /, ' && '),
  'equal becomes unequal': (line) => replaced(line, / === /, ' !== '),
  'unequal becomes equal': (line) => replaced(line, / !== /, ' === '),
  'one row too few': (line) => replaced(line, / \+ 1\b/, ''),
  'one row too many': (line) => replaced(line, / - 1\b/, ''),
  'another column': (line) =>
    replaced(line, /\bCOL\.(who|when|why|amount|status|moved|next)\b/, (_, name) => `COL.${NEXT[name]}`),
  'another hidden column': (line) =>
    replaced(line, /\bHIDDEN\.(key|month|text|firstMonth|story)\b/, (_, name) => `HIDDEN.${NEXT[name]}`),
  'a filter is left out': (line) => replaced(line, /\.filter\(\([^()]*\) => [^()]*\)/, ''),
  'a row is not added': (line) => (/^\s+\w[\w.]*\.(push|set|add)\(.*\);$/.test(line) ? '' : null),
  'the first for the last': (line) => replaced(line, /\[\w+\.length - 1\]/, '[0]'),
};

/**
 * Mutants that no test noticed once, each with the kind of loss that it brings about. `from` stands on one line of the file,
 * exactly once; where the code has moved on, the script says so and fails.
 */
export const KNOWN = [
  {
    name: 'saves into shifted columns',
    file: 'src/addon/at-month.ts',
    from: 'near.block.damage === null && ',
    to: '',
  },
  {
    name: 'an unknown status closes a commitment',
    file: 'src/core/deal/carry.ts',
    from: "word !== 'done' && word !== 'dropped'",
    to: "word === '' || word === 'open'",
  },
  {
    name: 'undo deletes rows below the end line',
    file: 'src/sheet/acts/undo-month.ts',
    from: 'block.endRow === 0 ? block.rows : Math.min(block.rows, block.endRow + 2 - block.row)',
    to: 'block.rows',
  },
  {
    name: 'rows holding only formulas are cleared: a repair takes them for empty',
    file: 'src/sheet/repair/tab-lines.ts',
    from: "line.texts[col - 1] !== '' || line.formulas[col - 1] !== '' ||",
    to: "line.texts[col - 1] !== '' ||",
  },
  {
    name: 'rows holding only formulas are cleared: a save takes them for empty',
    file: 'src/sheet/month/block-rows.ts',
    from: 'if (isFixed(cell, formulas[n])) return false;',
    to: '',
  },
  {
    name: 'linking by name loses the story: a repair gives a known text a new id',
    file: 'src/sheet/repair/elsewhere.ts',
    from: "return ids.size === 1 && id !== undefined && !taken.has(id) ? id : '';",
    to: "return '';",
  },
  {
    name: 'linking by name loses the story: a deal that an import brings back begins anew',
    file: 'src/sheet/acts/import-write.ts',
    from: '...(life ? { ...lifeCells(life), [COL.since]: sinceText(life) } : {}),',
    to: '',
  },
  {
    name: 'a doubled row is dropped although own text stands beside it',
    file: 'src/sheet/repair/month-rows.ts',
    from: 'line.doomed = !line.foreign;',
    to: 'line.doomed = true;',
  },
  {
    name: 'a column of formulas counts as empty: rows with nothing else go',
    file: 'src/sheet/repair/tab-lines.ts',
    from: " || (cells.formulas[index]?.[col - 1] ?? '') !== ''",
    to: '',
  },
  {
    name: 'a column of formulas counts as empty: it is none of anybody’s',
    file: 'src/sheet/repair/check-columns.ts',
    from: " || (formulas[row]?.[at - 1] ?? '') !== ''",
    to: '',
  },
  {
    name: 'repair writes without text format',
    file: 'src/sheet/repair/repair.ts',
    from: "range.each((cells) => cells.setNumberFormat('@')).setValues(values)",
    to: 'range.setValues(values)',
  },
  {
    name: 'undo while the clock runs',
    file: 'src/addon/acts/undo-start.ts',
    from: "if (readClock(rep.id, month)) stop('monthTouched', { tab: sheet.getName() }, { month });",
    to: '',
  },
  {
    name: 'finish without a flush before the clock goes',
    file: 'src/addon/acts/finish-meeting.ts',
    from: 'SpreadsheetApp.flush();',
    to: '',
  },
];

/**
 * Mutants that change nothing that anybody could notice, each with the reason; `was` is the line without the blanks at its
 * ends. They are not drawn.
 */
export const EQUIVALENT = [];
