import fc from 'fast-check';
import Papa from 'papaparse';
import { csvText } from '../../src/sidebar/export/csv';
import { readText } from '../../src/sidebar/import/read-file';
import { readRecord } from '../../src/sidebar/import/records';

/** All records of a text; a fault ends them. */
function recordsOf(text: string, separator: string): { records: string[][]; fault: boolean } {
  const records: string[][] = [];
  for (let from = 0; from < text.length; ) {
    const { cells, to, fault } = readRecord(text, from, separator);
    if (fault) return { records, fault: true };
    records.push(cells);
    from = to;
  }
  return { records, fault: false };
}

test('any text is split as a well-known reader splits it, and the same texts cannot be split', () => {
  const piece = fc.constantFrom('a', 'é', '"', '""', ',', ',"', '",', ';', '\n', '\n"', ' ', 'b c', '6" x');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), fc.constantFrom(',', ';'), (pieces, separator) => {
      const text = `x${separator}y\n${pieces.join('')}`;
      const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' });
      const ours = recordsOf(text, separator);
      // A blank behind the last quote of all is no fault to us.
      if (/" +$/.test(text)) return;
      expect(ours.fault).toBe(errors.some(({ type }) => type === 'Quotes'));
      // A line end at the very end begins no record.
      if (!ours.fault) expect(ours.records).toEqual(text.endsWith('\n') ? data.slice(0, -1) : data);
    }),
    { numRuns: 2000 },
  );
});

test('any table is written as a well-known writer writes it', () => {
  const cell = fc.oneof(
    fc.integer(),
    fc
      .array(fc.constantFrom('a', '"', ',', ' ', '\n', '\r', '=', '-', '@', 'é', '\ufeff'), { maxLength: 5 })
      .map((all) => all.join('')),
  );
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const fields = ['one', 'two', 'three'];
      const theirs = Papa.unparse({ fields, data: rows }, { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r]/ });
      expect(csvText(fields, rows)).toBe(`${theirs}\r\n`);
    }),
    { numRuns: 1000 },
  );
});

test('a line that cannot be split is named, and the next one is read', () => {
  const { lines, complaints } = readText('Deal ID,Deal name\n1,"open\n2,"a" b\n3,"two\nlines"\n4,Kiln');
  expect(lines).toEqual([
    { line: 1, cells: ['Deal ID', 'Deal name'] },
    { line: 4, cells: ['3', 'two\nlines'] },
    { line: 6, cells: ['4', 'Kiln'] },
  ]);
  expect(complaints).toEqual([
    { line: 2, faults: [{ what: 'strayQuote' }] },
    { line: 3, faults: [{ what: 'strayQuote' }] },
  ]);
});
