import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { macroId } from "./inputs";

export const deleteMacro = gorgiasAction({
  operation: "delete-macro",
  display: { label: "Delete Macro", description: "Delete a macro." },
  reads: false,
  inputs: {
    connection,
    id: macroId(
      "delete-macro",
      "ID of the macro to delete. Gorgias refuses while the macro is used elsewhere, such as in a rule.",
    ),
    debugRequest,
  },
  perform: (client, { id }) => succeed(client.delete(path`/macros/${id}`)),
  examplePayload: SUCCESS,
});
