import { operationAction } from "../../operationAction";
import { unarchiveMacrosExample } from "./examples";
import { macroIds } from "./inputs";

export const unarchiveMacros = operationAction("PUT /macros/unarchive", {
  display: {
    label: "Unarchive Macros",
    description:
      "Bring macros back from the archive; the result says for each macro what became of it.",
  },
  inputs: { ids: macroIds("IDs of the macros to bring back from the archive.") },
  examplePayload: unarchiveMacrosExample,
});
