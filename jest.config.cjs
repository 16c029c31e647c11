/** Unit and bundle tests run from TypeScript; the built bundles come from build.mjs (see "test" in package.json). */
module.exports = {
  testEnvironment: '<rootDir>/test/support/environment.cjs',
  roots: ['<rootDir>/test'],
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
    '^\\./univer$': '<rootDir>/build/univer.cjs',
  },
  testTimeout: 120000,
  maxWorkers: 2,
  // Univer keeps timers of its own; the workbench's own workers and servers are closed by each suite.
  forceExit: true,
};
