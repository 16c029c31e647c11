import { failure, failures, OWNER, REP, script, workbook } from './script';

const REFUSED =
  'Exception: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const PROTECT = `
  const p = sheet.protect().setDescription('mine');
  p.addEditor(Session.getEffectiveUser());
  p.removeEditors(p.getEditors());
  if (p.canDomainEdit()) p.setDomainEdit(false);
  p.setUnprotectedRanges([sheet.getRange('B2:B5')]);`;

test('right after protect() nobody is kept out; the documented sequence keeps others out', async () => {
  const engine = await workbook();
  expect(
    await script(
      `const p = sheet.protect(); return [p.getEditors().map((u) => u.getEmail()), p.canEdit(), String(p.getProtectionType()), sheet.protect().getDescription()]`,
      { engine },
    ),
  ).toEqual([[REP], true, 'SHEET', '']);
  expect(
    await script(`sheet.getRange('A1').setValue('in'); return sheet.getRange('A1').canEdit()`, { engine, user: REP }),
  ).toBe(true);
  expect(
    await script(
      `${PROTECT} return [p.getEditors().map((u) => u.getEmail()), ss.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, p.getUnprotectedRanges().map((r) => r.getA1Notation())]`,
      { engine },
    ),
  ).toEqual([[OWNER], 1, ['B2:B5']]);
  expect(
    await failures(
      [
        `sheet.getRange('A1').setValue('no')`,
        `sheet.getRange('B2:B3').setValue('yes')`,
        `sheet.getRange('B5:B6').setValue('no')`,
        `sheet.getRange('A1').setBackground('red')`,
        `sheet.insertRowsBefore(1, 1)`,
        `sheet.deleteRow(3)`,
        `sheet.setName('no')`,
        `ss.insertSheet('own').getRange('A1').setValue('yes'); ss.setActiveSheet(sheet)`,
        `ss.deleteSheet(sheet)`,
        `sheet.getRange('B2').copyTo(sheet.getRange('A2'))`,
        `sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].remove()`,
        `sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].getEditors()`,
        `sheet.getRange('A1').setNote('no')`,
        `sheet.getRange('2:3').shiftRowGroupDepth(1)`,
        `PropertiesService.getDocumentProperties().setProperty('a', 'b')`,
      ],
      { engine, user: REP },
    ),
  ).toEqual([
    REFUSED,
    'no error',
    REFUSED,
    REFUSED,
    REFUSED,
    REFUSED,
    REFUSED,
    'no error',
    REFUSED,
    REFUSED,
    REFUSED,
    REFUSED,
    REFUSED,
    REFUSED,
    'no error',
  ]);
  expect(
    await script(
      `const p = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0]; return [sheet.getRange('A1').canEdit(), sheet.getRange('B2').canEdit(), sheet.getRange('B5:C5').canEdit(), p.canEdit(), p.getDescription()]`,
      {
        engine,
        user: REP,
      },
    ),
  ).toEqual([false, true, false, false, 'mine']);
});

test('what came before a refused write stays, what comes after it does not', async () => {
  const engine = await workbook();
  await script(
    `const p = sheet.getRange('A2').protect(); p.removeEditors(p.getEditors()); p.addEditor('owner@example.com')`,
    { engine },
  );
  expect(
    await failure(
      `sheet.getRange('A1').setValue(1); sheet.getRange('A2').setValue(2); sheet.getRange('A3').setValue(3);`,
      { engine, user: REP },
    ),
  ).toBe(REFUSED);
  expect(await script(`return sheet.getRange('A1:A3').getValues().flat()`, { engine })).toEqual([1, '', '']);
});

test('overlapping ranges: all must allow; protections move with rows; a warning stops nobody', async () => {
  const engine = await workbook();
  await script(
    `const only = (r, ...who) => { const p = r.protect(); p.addEditors(who); p.removeEditors(p.getEditors().filter((u) => !who.includes(u.getEmail()))); return p };
     only(sheet.getRange('A1:A5'), '${REP}'); only(sheet.getRange('A3:B8'), '${OWNER}');
     only(sheet.getRange('D1'), '${OWNER}').setWarningOnly(true);
     sheet.insertRowsBefore(1, 1);`,
    { engine },
  );
  expect(
    await failures(
      ['A2', 'A4', 'B4', 'A10', 'D2'].map((a1) => `sheet.getRange('${a1}').setValue(1)`),
      { engine, user: REP },
    ),
  ).toEqual(['no error', REFUSED, REFUSED, 'no error', 'no error']);
  expect(
    await script(
      `return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((p) => [p.getRange().getA1Notation(), p.isWarningOnly(), p.canEdit()])`,
      { engine, user: REP },
    ),
  ).toEqual([
    ['A2:A6', false, true],
    ['A4:B9', false, false],
    ['D2', true, false],
  ]);
});

test('kinds are not changed, names can be used, people without the file may do nothing', async () => {
  const engine = await workbook();
  expect(
    await script(
      `ss.setNamedRange('Key', sheet.getRange('C3'));
       const p = sheet.getRange('A1').protect().setRangeName('Key'); const log = [p.getRange().getA1Notation(), p.getRangeName()];
       p.setRange(sheet.getRange('B2')); log.push(p.getRange().getA1Notation(), p.getRangeName());
       p.remove(); log.push(sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length); return log`,
      { engine },
    ),
  ).toEqual(['C3', 'Key', 'B2', null, 0]);
  expect(
    await failures(
      [
        `sheet.protect().setRange(sheet.getRange('A1'))`,
        `sheet.getRange('A1').protect().setRangeName('none')`,
        `sheet.getRange('A1').protect().setUnprotectedRanges([sheet.getRange('A1')])`,
      ],
      { engine },
    ),
  ).toEqual([
    'Exception: Cannot change sheet protection to range protection (or vice versa).',
    'Exception: No named range of none.',
    'Exception: Unprotected ranges can only be set on sheet protections.',
  ]);
  expect(await failure(`sheet.getRange('A1').setValue(1)`, { engine, user: 'stranger@example.com' })).toBe(REFUSED);
  expect(await script(`return sheet.getRange('A1').canEdit()`, { engine, user: 'stranger@example.com' })).toBe(false);
});
