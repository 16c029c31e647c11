/** People filter their tab; the add-on works on it as on any other. */
import { COL } from '../../src/sheet/grid/grid';
import { closeAll, openTeam, startMonth } from '../support/addon';
import { pictureOf } from '../support/picture';

afterAll(closeAll);

test('a month starts on a filtered tab as on any other, and the filter goes on hiding the same rows', async () => {
  const december = async (isFiltered: boolean) => {
    const team = await openTeam('Mira Oakes');
    const sheetId = team.sheet['Mira Oakes']!;
    const header = await team.rowOf(sheetId, 'header:new');
    for (const [at, name] of ['Acme', 'Birch', 'Cedar'].entries())
      await team.type(sheetId, header + 1 + at, COL.who, name);
    const rect = { row: header, col: 1, rows: 4, cols: 8 };
    const hiddenRows = [header + 1, header + 3];
    if (isFiltered) await team.write({ op: 'filter', sheetId, filter: { rect, criteria: {}, hiddenRows } });
    await startMonth(team, sheetId, 202612);
    const hidden: unknown[] = [];
    for (const row of team.engine.filter(sheetId)?.hiddenRows ?? [])
      hidden.push((await team.engine.read(sheetId, { row, col: COL.who, rows: 1, cols: 1 }))[0]![0]!.v);
    const picture = [...(await pictureOf(team.engine))];
    team.engine.dispose();
    return { picture, hidden };
  };
  const plain = await december(false);
  const filtered = await december(true);
  expect(filtered.picture).toEqual(plain.picture);
  expect(filtered.hidden).toEqual(['Acme', 'Cedar']);
});
