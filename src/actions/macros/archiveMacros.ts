import { operationAction } from "../../operationAction";
import { archiveMacrosExample } from "./examples";
import { macroIds } from "./inputs";

export const archiveMacros = operationAction("PUT /macros/archive", {
  display: {
    label: "Archive Macros",
    description: "Archive macros; the result says for each macro what became of it.",
  },
  inputs: { ids: macroIds("IDs of the macros to archive.") },
  examplePayload: archiveMacrosExample,
});
