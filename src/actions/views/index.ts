export { createView } from "./createView";
export { deleteView } from "./deleteView";
export { getView } from "./getView";
export { listViewItems } from "./listViewItems";
export { listViews } from "./listViews";
export { searchViewItems } from "./searchViewItems";
export { updateView } from "./updateView";
