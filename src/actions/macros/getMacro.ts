import { operationAction } from "../../operationAction";
import { macroExample } from "./examples";
import { macroId } from "./inputs";

export const getMacro = operationAction("GET /macros/{id}", {
  display: { label: "Get Macro", description: "Retrieve a macro." },
  inputs: { id: macroId("ID of the macro to retrieve.") },
  examplePayload: macroExample,
});
