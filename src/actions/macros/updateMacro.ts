import { operationAction } from "../../operationAction";
import { macroExample } from "./examples";
import { macroFields, macroId, macroName } from "./inputs";

export const updateMacro = operationAction("PUT /macros/{id}", {
  display: { label: "Update Macro", description: "Update a macro." },
  inputs: {
    id: macroId("ID of the macro to update."),
    name: macroName,
    ...macroFields,
    actions: {
      ...macroFields.actions,
      comments: `${macroFields.actions.comments} They replace the whole list; [] empties it.`,
    },
  },
  clearFields: "external_id",
  examplePayload: macroExample,
});
