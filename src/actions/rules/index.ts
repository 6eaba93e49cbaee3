export { createRule } from "./createRule";
export { deleteRule } from "./deleteRule";
export { getRule } from "./getRule";
export { listRules } from "./listRules";
export { updateRule } from "./updateRule";
export { updateRulePriorities } from "./updateRulePriorities";
