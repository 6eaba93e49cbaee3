import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { macroExample } from "./examples";
import { macroFields, macroName } from "./inputs";
import type { Macro } from "./types";

export const createMacro = gorgiasAction({
  operation: "create-macro",
  display: { label: "Create Macro", description: "Create a macro." },
  reads: false,
  inputs: {
    connection,
    name: fieldsOf("create-macro")("name", { ...macroName, required: true }),
    ...macroFields("create-macro"),
    debugRequest,
  },
  perform: async (client, macro) => ({
    data: await client.post<Macro>(path`/macros`, macro, {
      creates: {
        what: "macro",
        advice: "look with List Macros (Search) before you run this again",
      },
    }),
  }),
  examplePayload: macroExample,
});
