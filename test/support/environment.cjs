/**
 * Jest's Node environment with a global object that is an ordinary one. Jest's own stands behind a proxy, and every look
 * at Math, Array or Object from within a test passes through it: Univer calculates at less than half its speed there.
 */
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm;
    // Node before 20.18 does not know it: the tests are slower there, and the same.
    vm.createContext = (sandbox) => createContext(vm.constants?.DONT_CONTEXTIFY ?? sandbox);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }
};
