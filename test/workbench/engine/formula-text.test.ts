import { toEngine, toLocale } from '../../../workbench/engine/calculation/formula-text';

describe('toEngine', () => {
  test.each([
    ['=SUM(1;2)', '=SUM(1,2)'],
    ['=SUM(1,2)', '=SUM(1,2)'],
    ['=IF(A1=";";"a;b";\'x;y\'!B2)', '=IF(A1=";","a;b",\'x;y\'!B2)'],
    ['=SUM({1,2;3,4})', '=SUM({1,2;3,4})'],
    ['={1\\2}', '={1,2}'],
    ['=1.5E+3*50%', '=1.5E+3*50%'],
    ['=#REF!+$A$1:B$2', '=#REF!+$A$1:B$2'],
  ])('en_US reads %s', (text, engine) => expect(toEngine(text, 'en_US')).toBe(engine));

  test.each([
    ['=SUM(1;2)', '=SUM(1,2)'],
    ['=IF(A1>1,5;"1,5";0,25)', '=IF(A1>1.5,"1,5",0.25)'],
    ['={1,5\\2;3\\4}', '={1.5,2;3,4}'],
    ['=SUM(1,2)', '=SUM(1.2)'],
  ])('de_DE reads %s', (text, engine) => expect(toEngine(text, 'de_DE')).toBe(engine));

  test.each(['de_DE', 'fr_FR', 'pt_BR', 'tr_TR', 'es_ES', 'it_IT', 'pl_PL', 'ru_RU', 'nl_NL', 'sv_SE'])(
    'a comma between arguments does not parse in %s',
    (locale) => {
      expect(toEngine('=SUM(A1,A2)', locale)).toBeNull();
      expect(toEngine('=SUM(A1;A2)', locale)).toBe('=SUM(A1,A2)');
    },
  );
  test.each(['en_GB', 'ja_JP', 'es_MX', 'de_CH'])('a comma separates in %s', (locale) =>
    expect(toEngine('=SUM(A1,A2)', locale)).toBe('=SUM(A1,A2)'),
  );
  test('a point is no decimal sign where the comma is', () => expect(toEngine('=1.5*2', 'de_DE')).toBeNull());
  test.each(['=SUM(1', '=1)', '={1', '=1+', '=', '=1 2', '="a" "b"', 'SUM(1)', '=(}', '=1,2', '="open'])(
    '%s is no formula',
    (text) => expect(toEngine(text, 'en_US')).toBeNull(),
  );
});

describe('toLocale', () => {
  test.each([
    ['=IF(A1>1.5,"1.5;,",\'a,b\'!A1)', '=IF(A1>1,5;"1.5;,";\'a,b\'!A1)'],
    ['={1.5,2;3,4}', '={1,5\\2;3\\4}'],
  ])('de_DE shows %s and reads it back', (engine, shown) => {
    expect(toLocale(engine, 'de_DE')).toBe(shown);
    expect(toEngine(shown, 'de_DE')).toBe(engine);
  });
  test('en_US shows it as it is', () => expect(toLocale('=SUM(1.5,2)', 'en_US')).toBe('=SUM(1.5,2)'));
});
