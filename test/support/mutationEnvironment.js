const TestEnvironment = require("./environment");

/** For mutation testing, where the first test of a file that fails has told all: the rest is skipped. */
module.exports = class extends TestEnvironment {
  async handleTestEvent(event, state) {
    if (event.name === "test_done" && event.test.errors.length > 0) {
      state.testNamePattern = /(?!)/;
    }
  }
};
