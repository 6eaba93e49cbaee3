import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { ruleExample } from "./examples";
import { ruleId } from "./inputs";
import type { Rule } from "./types";

export const getRule = gorgiasAction({
  operation: "get-rule",
  display: { label: "Get Rule", description: "Retrieve a rule." },
  reads: true,
  inputs: {
    connection,
    id: ruleId("get-rule", "ID of the rule you're looking for."),
    debugRequest,
  },
  perform: async (client, { id }) => ({ data: await client.get<Rule>(path`/rules/${id}`) }),
  examplePayload: ruleExample,
});
