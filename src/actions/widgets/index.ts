export { createWidget } from "./createWidget";
export { deleteWidget } from "./deleteWidget";
export { getWidget } from "./getWidget";
export { listWidgets } from "./listWidgets";
export { updateWidget } from "./updateWidget";
