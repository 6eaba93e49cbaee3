import { operationAction } from "../../operationAction";
import { viewExample } from "./examples";
import { viewFields, viewId } from "./inputs";

export const updateView = operationAction("PUT /views/{id}", {
  display: { label: "Update View", description: "Update a view." },
  inputs: { id: viewId("ID of the view to update."), ...viewFields },
  clearFields: "search",
  examplePayload: viewExample,
});
