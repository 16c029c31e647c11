import { excelFormula } from '../../../workbench/server/xlsx-functions';

test.each([
  ['MAXIFS(A1:A3,B1:B3,"x")', '_xlfn.MAXIFS(A1:A3,B1:B3,"x")'],
  ['IF(A1>0,textjoin(", ",TRUE,A1:A3),"")', 'IF(A1>0,_xlfn.TEXTJOIN(", ",TRUE,A1:A3),"")'],
  ['SUM(FILTER(A1:A3,A1:A3>0))', 'SUM(_xlfn._xlws.FILTER(A1:A3,A1:A3>0))'],
  ['"IFS(""MAXIFS(1)"")"&IFERROR(A1,"")', '"IFS(""MAXIFS(1)"")"&IFERROR(A1,"")'],
  ["SUMIFS('Lou''s IFS(x)'!A1:A3,'IFS(2)'!B1:B3,1)", "SUMIFS('Lou''s IFS(x)'!A1:A3,'IFS(2)'!B1:B3,1)"],
])('%s', (formula, stored) => {
  expect(excelFormula(formula)).toBe(stored);
});
