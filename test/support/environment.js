const { AsyncLocalStorage } = require("node:async_hooks");
const { TestEnvironment } = require("jest-environment-node");

const used = new Set();
const { run } = AsyncLocalStorage.prototype;

AsyncLocalStorage.prototype.run = function (...given) {
  used.add(this);
  return run.apply(this, given);
};

/**
 * Jest runs each test in an AsyncLocalStorage of its file, and never disables it: on Node 20 every
 * promise of the files that follow in the same process is passed to all of them.
 */
module.exports = class extends TestEnvironment {
  async teardown() {
    for (const storage of used) {
      storage.disable();
    }
    used.clear();
    await super.teardown();
  }
};
