const unusedModules = require("./unusedModules");

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/test/support/environment.js",
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/sandbox/test/**/*.test.ts"],
  // Left behind by mutation testing that was broken off.
  modulePathIgnorePatterns: ["<rootDir>/.stryker/"],
  setupFiles: ["<rootDir>/test/support/allowedFlags.js"],
  // Types are checked by `npm run typecheck`; here each file is only transpiled.
  transform: {
    "\\.ts$": [
      "ts-jest",
      {
        diagnostics: false,
        tsconfig: {
          module: "commonjs",
          moduleResolution: "node10",
          isolatedModules: true,
          esModuleInterop: true,
          resolveJsonModule: true,
          target: "es2022",
        },
      },
    ],
  },
  moduleNameMapper: {
    // As Spectral's own files require each other.
    "^\\.{1,2}/(serverTypes/)?(convertIntegration|conditionalLogic(/types)?)$":
      "<rootDir>/test/support/emptyModule.js",
    [`^(${unusedModules.packages.join("|")})$`]: "<rootDir>/test/support/emptyModule.js",
    // The sandbox's sources stand for the package, as `paths` of tsconfig.json says.
    "^gorgias-sandbox$": "<rootDir>/sandbox/index.ts",
    "^gorgias-sandbox/contract$": "<rootDir>/sandbox/contract/index.ts",
    "^gorgias-sandbox/seed$": "<rootDir>/sandbox/seed/ids.ts",
  },
  collectCoverageFrom: ["src/**/*.ts"],
  coverageThreshold: { global: { lines: 95, branches: 95, functions: 95, statements: 95 } },
  // Properties and servers take their time on a busy machine.
  testTimeout: 60_000,
  maxWorkers: 2,
  // Servers and sockets of a test file may take a moment to be gone.
  workerGracefulExitTimeout: 10_000,
};
