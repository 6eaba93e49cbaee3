import { operationAction } from "../../operationAction";
import { viewId } from "./inputs";

export const deleteView = operationAction("DELETE /views/{id}", {
  display: { label: "Delete View", description: "Delete a view; its tickets stay." },
  inputs: { id: viewId("ID of the view to delete.") },
});
