/** What Spectral and axios load and a component never reaches. */
module.exports = {
  /**
   * Left out of the bundle and of the tests: yaml and zod are for integrations, the date-fns barrel
   * for their branch conditions, object-sizeof for Spectral's own debug log, which prints
   * credentials and is never switched on.
   */
  packages: ["yaml", "zod", "date-fns", "object-sizeof"],
  /**
   * Left out of the bundle: Spectral's integrations, branch conditions and test functions, and the
   * adapter for fetch, axios's third choice.
   */
  files: [
    "@prismatic-io/spectral/dist/conditionalLogic/index.js",
    "@prismatic-io/spectral/dist/conditionalLogic/types.js",
    "@prismatic-io/spectral/dist/serverTypes/convertIntegration.js",
    "@prismatic-io/spectral/dist/testing.js",
    "axios/lib/adapters/fetch.js",
  ],
};
