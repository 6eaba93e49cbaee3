const path = require("node:path");

/** The example's own tests, which need it built: `npm run check:examples` runs both. */
module.exports = {
  ...require("../../jest.config.js"),
  rootDir: path.resolve(__dirname, "../.."),
  testMatch: ["<rootDir>/examples/code-native/test/**/*.test.ts"],
};
