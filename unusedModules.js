/**
 * What Spectral loads and a component never reaches: yaml and zod are for integrations, the date-fns
 * barrel for their branch conditions, object-sizeof for Spectral's own debug log, which prints
 * credentials and is never switched on. The bundle and the tests leave them out.
 */
module.exports = ["yaml", "zod", "date-fns", "object-sizeof"];
