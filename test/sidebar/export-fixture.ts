import type { ExportPart } from '../../src/contract/export';

const COLUMNS: ExportPart['columns'] = {
  lifeLines: ['person', 'opportunity', 'amount', 'outcome'],
  steps: ['person', 'opportunity', 'month'],
  commitments: ['person', 'commitment'],
  kpis: ['person', 'KPI', 'actual'],
  coaching: ['person', 'about', 'month'],
};

/** An export of three people in two portions; one tab is left out. */
export function exportParts(): ExportPart[] {
  return [
    {
      people: ['Tomas Okafor', 'Ida Lund'],
      columns: COLUMNS,
      rows: {
        lifeLines: [
          ['Tomas Okafor', 'Halden Mills, "north"\nand yard', 12000.5, 'open'],
          ['Ida Lund', '=HYPERLINK("http://example.com")\nnext', -3, 'won'],
        ],
        steps: [['Tomas Okafor', '-10 % for Zoé', '2026-11']],
        commitments: [],
        kpis: [['Tomas Okafor', '@calls', '+49 30 1234']],
        coaching: [],
      },
      problems: [],
      did: ['tab:r1', 'tab:r2'],
      rest: ['tab:r3', 'tab:r4'],
    },
    {
      people: ['Mira Oakes'],
      columns: null,
      rows: { lifeLines: [['Mira Oakes', 'Plain', '', 'lost']], steps: [], commitments: [], kpis: [], coaching: [] },
      problems: [{ code: 'columnsMoved', message: 'Columns have been moved on “Jon”. Run Check and repair.' }],
      did: ['tab:r3', 'tab:r4'],
      rest: [],
    },
  ];
}
