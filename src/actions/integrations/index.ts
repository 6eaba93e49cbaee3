export { createIntegration } from "./createIntegration";
export { deleteIntegration } from "./deleteIntegration";
export { getIntegration } from "./getIntegration";
export { listIntegrations } from "./listIntegrations";
export { updateIntegration } from "./updateIntegration";
