import { operationAction } from "../../operationAction";
import { macroExample } from "./examples";
import { macroFields, macroName } from "./inputs";

export const createMacro = operationAction("POST /macros", {
  display: { label: "Create Macro", description: "Create a macro." },
  creates: { what: "macro", lookWith: "List Macros (Search)" },
  inputs: { name: { ...macroName, required: true }, ...macroFields },
  examplePayload: macroExample,
});
