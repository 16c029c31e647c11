/**
 * The order of the suites. Jest begins with the largest files; ours that take long are small ones that work through lists of
 * states, calls and hand edits, and one of them left for the end would keep a single core busy alone.
 */
const Sequencer = require('@jest/test-sequencer').default;

const FIRST = [
  'sidebar/a11y',
  'faults/',
  'e2e/',
  'workbench/bench',
  'addon/',
  'self-check/',
  'sidebar/',
  'workbench/server/kill',
];

function rank({ path }) {
  const at = FIRST.findIndex((part) => path.replace(/\\/g, '/').includes(`/test/${part}`));
  return at < 0 ? FIRST.length : at;
}

module.exports = class extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
