import { operationAction } from "../../operationAction";
import { viewExample } from "./examples";
import { viewId } from "./inputs";

export const getView = operationAction("GET /views/{id}", {
  display: { label: "Get View", description: "Retrieve a view, without its tickets." },
  inputs: { id: viewId("ID of the view to retrieve.") },
  examplePayload: viewExample,
});
