import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { macroExample } from "./examples";
import { macroFields, macroId, macroName } from "./inputs";
import type { Macro } from "./types";

export const updateMacro = gorgiasAction({
  operation: "update-macro",
  display: { label: "Update Macro", description: "Update a macro." },
  reads: false,
  inputs: {
    connection,
    id: macroId("update-macro", "ID of the macro to update."),
    name: fieldsOf("update-macro")("name", macroName),
    ...macroFields("update-macro"),
    clear_fields: clearFields("update-macro", "external_id"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...macro }) => ({
    data: await client.put<Macro>(path`/macros/${id}`, changes(macro, clear_fields)),
  }),
  examplePayload: macroExample,
});
