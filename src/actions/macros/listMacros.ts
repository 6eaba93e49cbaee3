import { operationAction } from "../../operationAction";
import { listMacrosExample } from "./examples";
import { macroFilters } from "./filters";

export const listMacros = operationAction("GET /macros", {
  display: { label: "List Macros", description: "List macros matching the given parameters." },
  lists: "macros",
  inputs: { ...macroFilters },
  examplePayload: listMacrosExample,
});
