export { createCustomField } from "./createCustomField";
export { getCustomField } from "./getCustomField";
export { listCustomFields } from "./listCustomFields";
export { updateCustomField } from "./updateCustomField";
export { updateCustomFields } from "./updateCustomFields";
