import type { ConditionalRule, Scalar, ValidationRule } from '../../../workbench/engine/engine';
import { openBook, rect, throughDisk } from './book';

const validation = (criteria: string, args: Scalar[], more: Partial<ValidationRule> = {}): ValidationRule => ({
  criteria,
  args,
  allowInvalid: true,
  showDropdown: true,
  helpText: null,
  ...more,
});

describe('data validation', () => {
  test.each([
    validation('VALUE_IN_LIST', ['Won', 'Lost', 'a, b']),
    validation('VALUE_IN_LIST', ['1', '2'], { showDropdown: false, allowInvalid: false, helpText: 'Choose' }),
    validation('VALUE_IN_RANGE', [], { range: { sheetId: 0, rect: rect('Z1:Z9') } }),
    validation('CHECKBOX', []),
    validation('CHECKBOX', ['yes', 'no']),
    validation('NUMBER_BETWEEN', [1, 10]),
    validation('NUMBER_NOT_BETWEEN', [1.5, 2.5]),
    validation('NUMBER_EQUAL_TO', [5]),
    validation('NUMBER_NOT_EQUAL_TO', [5]),
    validation('NUMBER_GREATER_THAN', [0]),
    validation('NUMBER_GREATER_THAN_OR_EQUAL_TO', [0]),
    validation('NUMBER_LESS_THAN', ['=A1']),
    validation('NUMBER_LESS_THAN_OR_EQUAL_TO', [-3]),
    validation('DATE_IS_VALID_DATE', []),
    validation('DATE_AFTER', [46000]),
    validation('DATE_BEFORE', [46000]),
    validation('DATE_ON_OR_AFTER', [46000]),
    validation('DATE_ON_OR_BEFORE', [46000]),
    validation('DATE_EQUAL_TO', [46000]),
    validation('DATE_BETWEEN', [46000, 46001]),
    validation('DATE_NOT_BETWEEN', [46000, 46001]),
    validation('TEXT_CONTAINS', ['a"b']),
    validation('TEXT_DOES_NOT_CONTAIN', ['x']),
    validation('TEXT_EQUAL_TO', ['x']),
    validation('TEXT_IS_VALID_EMAIL', []),
    validation('TEXT_IS_VALID_URL', []),
    validation('CUSTOM_FORMULA', ['=B2>C2'], { allowInvalid: false }),
  ])('$criteria $args reads back as written, also from disk', async (rule) => {
    const book = await openBook();
    await book.write({
      op: 'validations',
      sheetId: 0,
      row: 2,
      col: 2,
      rules: [
        [rule, null],
        [rule, rule],
      ],
    });
    expect(book.engine.validations(0, rect('B2:C3'))).toEqual([
      [rule, null],
      [rule, rule],
    ]);
    const again = await openBook({ file: throughDisk(book.engine.save()) });
    expect(again.engine.validations(0, rect('B2:C3'))).toEqual([
      [rule, null],
      [rule, rule],
    ]);
  });

  test('a rule replaces what was there, and only there', async () => {
    const book = await openBook();
    const [one, two] = [validation('CHECKBOX', []), validation('NUMBER_GREATER_THAN', [1])];
    await book.write({
      op: 'validations',
      sheetId: 0,
      row: 1,
      col: 1,
      rules: [
        [one, one, one],
        [one, one, one],
        [one, one, one],
      ],
    });
    await book.write({ op: 'validations', sheetId: 0, row: 2, col: 2, rules: [[two]] });
    expect(book.engine.validations(0, rect('A1:C3'))).toEqual([
      [one, one, one],
      [one, two, one],
      [one, one, one],
    ]);
    await book.write({
      op: 'clear',
      sheetId: 0,
      rect: rect('A2:C2'),
      contents: false,
      formats: false,
      validations: true,
      notes: false,
    });
    expect(book.engine.validations(0, rect('A1:C3'))).toEqual([
      [one, one, one],
      [null, null, null],
      [one, one, one],
    ]);
  });

  test('many blocks with the same lists share a few rules', async () => {
    const book = await openBook();
    const rule = validation('VALUE_IN_LIST', ['a', 'b']);
    for (let block = 0; block < 10; block += 1)
      await book.write({ op: 'validations', sheetId: 0, row: 1 + block * 5, col: 1, rules: [[rule], [rule]] });
    const resources = (book.engine.save().univer as { resources: { name: string; data: string }[] }).resources;
    const saved = JSON.parse(resources.find(({ name }) => name === 'SHEET_DATA_VALIDATION_PLUGIN')!.data) as Record<
      string,
      unknown[]
    >;
    expect(saved['0']).toHaveLength(1);
  });

  test('the range of a list follows its rows', async () => {
    const book = await openBook();
    const id = await book.addSheet('Lists');
    const rule = validation('VALUE_IN_RANGE', [], { range: { sheetId: id, rect: rect('A2:A9') } });
    await book.write({ op: 'validations', sheetId: 0, row: 1, col: 1, rules: [[rule]] });
    await book.insertRows(id, 1, 2);
    expect(book.engine.validations(0, rect('A1'))[0]![0]!.range).toEqual({ sheetId: id, rect: rect('A4:A11') });
  });
});

describe('conditional formats', () => {
  const style = {
    background: '#ffcdd2',
    fontColor: '#b71c1c',
    fontWeight: 'bold' as const,
    fontStyle: 'italic' as const,
    fontLine: 'line-through' as const,
  };
  const rule = (criteria: string, args: Scalar[]): ConditionalRule => ({
    ranges: [rect('A2:C9'), rect('E1:E1')],
    criteria,
    args,
    style,
  });
  const rules = [
    rule('TEXT_EQUAL_TO', ['Won']),
    rule('TEXT_CONTAINS', ['late']),
    rule('TEXT_DOES_NOT_CONTAIN', ['late']),
    rule('TEXT_STARTS_WITH', ['A']),
    rule('TEXT_ENDS_WITH', ['=D1']),
    rule('CELL_EMPTY', []),
    rule('CELL_NOT_EMPTY', []),
    rule('NUMBER_LESS_THAN', [0.8]),
    rule('NUMBER_LESS_THAN_OR_EQUAL_TO', [0]),
    rule('NUMBER_GREATER_THAN', ['=$Z$1']),
    rule('NUMBER_GREATER_THAN_OR_EQUAL_TO', [1]),
    rule('NUMBER_EQUAL_TO', [1]),
    rule('NUMBER_NOT_EQUAL_TO', [1]),
    rule('NUMBER_BETWEEN', [1, 2]),
    rule('NUMBER_NOT_BETWEEN', [1, '=A1']),
    rule('DATE_EQUAL_TO', [46000]),
    rule('DATE_BEFORE', [46000]),
    rule('DATE_AFTER', [46000]),
    rule('DATE_BEFORE_RELATIVE', ['TODAY']),
    rule('DATE_AFTER_RELATIVE', ['PAST_MONTH']),
    rule('DATE_EQUAL_TO_RELATIVE', ['TOMORROW']),
    rule('CUSTOM_FORMULA', ['=AND($A2>1,B2<>"x")']),
    {
      ...rule('GRADIENT', []),
      style: {},
      gradient: [
        ['MIN', '', '#ff0000'],
        ['PERCENTILE', '50', '#ffff00'],
        ['NUMBER', '100', '#00ff00'],
      ],
    } satisfies ConditionalRule,
  ];

  test('a list of all kinds reads back in order, also from disk', async () => {
    const book = await openBook();
    await book.write({ op: 'conditionalRules', sheetId: 0, rules });
    expect(book.engine.conditionalRules(0)).toEqual(rules);
    const again = await openBook({ file: throughDisk(book.engine.save()) });
    expect(again.engine.conditionalRules(0)).toEqual(rules);
  });

  test('the list is replaced as a whole, in any order', async () => {
    const book = await openBook();
    const [a, b, c] = [rules[0]!, rules[1]!, rules[2]!];
    for (const list of [[a], [b, a], [b, a, c], [c, b], [], [a, b, c]]) {
      await book.write({ op: 'conditionalRules', sheetId: 0, rules: list });
      expect(book.engine.conditionalRules(0)).toEqual(list);
    }
  });

  test('a rule that a page made or changed reads in Google’s terms', async () => {
    const book = await openBook();
    const page = { kind: 'page' as const, user: 'me@example.com' };
    const ranges = [{ startRow: 0, endRow: 4, startColumn: 0, endColumn: 0 }];
    const look = { bg: { rgb: '#ff0000' }, bl: 1 };
    const made = {
      cfId: 'x',
      stopIfTrue: false,
      ranges,
      rule: { type: 'highlightCell', subType: 'number', operator: 'greaterThan', value: 5, style: look },
    };
    await book.engine.applyPageMutation(
      'sheet.mutation.add-conditional-rule',
      { unitId: book.engine.unitId, subUnitId: '0', rule: made },
      page,
    );
    expect(book.engine.conditionalRules(0)).toEqual([
      {
        ranges: [rect('A1:A5')],
        criteria: 'NUMBER_GREATER_THAN',
        args: [5],
        style: { background: '#ff0000', fontWeight: 'bold' },
      },
    ]);
  });
});
