/**
 * The rooms of the house and which may look into which. test/build/arrows.test.ts holds it, docs/make-architecture.mjs
 * draws it.
 */

/** Rooms within a part of src, the ground floor first: each looks only into those before it. '' are the part's own files. */
const FLOORS = {
  core: ['shared', '', 'coaching', 'deal', 'import', 'actuals', 'export'],
  sheet: ['grid', 'month', 'setup', 'tab', 'team', 'acts', 'repair'],
};

/** What a part may import from outside of itself. `types` are imports that the build leaves out. */
const PARTS = {
  core: { values: [], types: [] },
  contract: { values: [], types: ['core'] },
  sheet: { values: ['core'], types: [] },
  addon: { values: ['core', 'sheet'], types: ['contract'] },
  // The parts of core that the sidebar runs as well.
  sidebar: { values: ['core/shared', 'core/coaching', 'core/deal', 'core/import'], types: ['core', 'contract'] },
  // Built only on demand; nothing else looks into it. Its two sides share what a probe is.
  'self-check/server': {
    values: ['core', 'sheet', 'addon', 'self-check/probe.ts'],
    types: ['contract', 'self-check/state.ts'],
  },
  'self-check/page': {
    values: ['sidebar/parts', 'sidebar/page/storage.ts', 'self-check/(probe|hand).ts'],
    types: ['contract', 'self-check/state.ts'],
  },
};

/** Circles and arrows up that are still to be opened; nothing may join them. */
const STILL_CIRCLES = '^src/(sheet/month/(column-check|read))';
const STILL_UP = '^src/sheet/setup/tracker';

const below = (names) => `^src/(${names.join('|')})(/|$)`;

const partRules = Object.entries(PARTS).flatMap(([part, { values, types }]) => [
  {
    name: `${part}-looks-into`,
    comment: `src/${part} imports only ${[part, ...values, ...types].join(', ')}`,
    severity: 'error',
    from: { path: `^src/${part}/` },
    to: { path: '^(src|workbench|test)/', pathNot: below([part, ...values, ...types]) },
  },
  {
    name: `${part}-runs`,
    comment: `src/${part} runs only ${[part, ...values].join(', ')}; from ${types.join(', ') || 'elsewhere'} it takes types`,
    severity: 'error',
    from: { path: `^src/${part}/` },
    to: { path: '^src/', pathNot: below([part, ...values]), dependencyTypesNot: ['type-only'] },
  },
]);

/** Where the files of a room lie, as a pattern. */
const place = (part, room) => (room === '' ? `^src/${part}/[^/]+$` : `^src/${part}/${room}/`);

const floorRules = Object.entries(FLOORS).flatMap(([part, rooms]) =>
  rooms.slice(0, -1).map((room, floor) => {
    const above = rooms.slice(floor + 1);
    return {
      name: `${part}-${room || 'itself'}-looks-down`,
      comment: `src/${part}/${room} does not look up into ${above.join(', ')}`,
      severity: 'error',
      from: { path: place(part, room), pathNot: STILL_UP },
      to: { path: above.map((one) => place(part, one)).join('|') },
    };
  }),
);

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'No two files import each other, not even by way of others.',
      severity: 'error',
      from: { path: '^src/', pathNot: STILL_CIRCLES },
      to: { circular: true },
    },
    {
      name: 'pure',
      comment: 'core and contract import nothing from outside: no package, nothing of Node.',
      severity: 'error',
      from: { path: '^src/(core|contract)/' },
      to: { pathNot: '^src/' },
    },
    {
      name: 'nothing-of-the-stage',
      comment: 'src does not know the workbench, and nothing of Node.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(workbench|test|build|docs)/', dependencyTypesNot: ['type-only'] },
    },
    ...partRules,
    ...floorRules,
    {
      name: 'nothing-left-over',
      comment: 'Every file of src is used by another one.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.d.ts', '.js'] },
  },
};
