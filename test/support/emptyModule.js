// Stands for what Spectral loads and a component never reaches (unusedModules.js, packages).
module.exports = {};
