/** Unit and bundle tests run from TypeScript; the built bundles come from build.mjs (see "test" in package.json). */
module.exports = {
  testEnvironment: '<rootDir>/test/support/environment.cjs',
  roots: ['<rootDir>/test'],
  // Pictures are for looking at; what they show is checked elsewhere.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.SHOTS ? [] : ['/sidebar/pictures\\.test'])],
  transform: {
    '^.+\\.tsx?$': [
      'ts-jest',
      {
        tsconfig: {
          ...require('./tsconfig.json').compilerOptions,
          module: 'CommonJS',
          moduleResolution: 'Node10',
          ignoreDeprecations: '6.0',
          types: ['node', 'jest', 'google-apps-script'],
          lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        },
        diagnostics: false,
      },
    ],
  },
  // Univer's ESM builds do not load in Node; the bundled copy does.
  moduleNameMapper: {
    '(^|/)engine/univer$': '<rootDir>/build/univer.cjs',
    '^(\\.{1,2}/)+univer$': '<rootDir>/build/univer.cjs',
  },
  // A bound for what hangs, not a measure: a slow or busy machine takes many times as long.
  testTimeout: 30 * 60_000,
  // One more than the cores this is meant for: a test with a browser waits for it half of its time.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/support/sequencer.cjs',
  // Univer keeps timers of its own; the workbench's own workers and servers are closed by each suite.
  forceExit: true,
};
