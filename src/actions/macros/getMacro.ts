import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { macroExample } from "./examples";
import { macroId } from "./inputs";
import type { Macro } from "./types";

export const getMacro = gorgiasAction({
  operation: "get-macro",
  display: { label: "Get Macro", description: "Retrieve a macro." },
  reads: true,
  inputs: {
    connection,
    id: macroId("get-macro", "ID of the macro you're looking for."),
    debugRequest,
  },
  perform: async (client, { id }) => ({ data: await client.get<Macro>(path`/macros/${id}`) }),
  examplePayload: macroExample,
});
