import { operationAction } from "../../operationAction";
import { viewExample } from "./examples";
import { viewFields } from "./inputs";

export const createView = operationAction("POST /views", {
  display: { label: "Create View", description: "Create a view of tickets or customers." },
  creates: { what: "view", lookWith: "List Views" },
  inputs: { ...viewFields },
  examplePayload: viewExample,
});
