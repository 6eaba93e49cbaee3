import { operationAction } from "../../operationAction";
import { macroId } from "./inputs";

export const deleteMacro = operationAction("DELETE /macros/{id}", {
  display: { label: "Delete Macro", description: "Delete a macro." },
  inputs: {
    id: macroId(
      "ID of the macro to delete. Gorgias refuses while the macro is used elsewhere, such as in a rule.",
    ),
  },
});
