/**
 * Mutation testing, a part at a time: `npm run mutation -- src/http`. The tests of a part are those that
 * mirror it (test/http); more can be named behind it.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const jestConfig = require("./jest.config.js");

const [target = "src/http", ...moreTests] = (process.env.MUTATION_PATHS ?? "").split(" ");
const mirrored = target.replace(/^src/, "test").replace(/\.ts$/, "");

export default {
  mutate: target.endsWith(".ts") ? [target] : [`${target}/**/*.ts`],
  testRunner: "jest",
  jest: {
    enableFindRelatedTests: false,
    config: {
      ...jestConfig,
      coverageThreshold: undefined,
      testEnvironment: require.resolve("./test/support/mutationEnvironment.js"),
      // Looked through at every start, of which each mutant is one.
      roots: ["<rootDir>/src", "<rootDir>/test", "<rootDir>/sandbox"],
      testMatch: [mirrored, ...moreTests].map((tests) =>
        tests.endsWith(".ts") ? `<rootDir>/${tests}` : `<rootDir>/${tests}{.test.ts,/**/*.test.ts}`,
      ),
    },
  },
  coverageAnalysis: "perTest",
  // What is computed once at import would need a process of its own for each mutant.
  ignoreStatic: true,
  concurrency: 2,
  testRunnerNodeArgs: ["--max-semi-space-size=64"],
  timeoutMS: 6_000,
  dryRunTimeoutMinutes: 20,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  tempDirName: ".stryker",
  ignorePatterns: ["dist", "coverage", "docs"],
};
