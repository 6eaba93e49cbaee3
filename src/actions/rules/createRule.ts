import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { ruleExample } from "./examples";
import { code, javaScript, ruleFields, ruleName } from "./inputs";
import type { Rule } from "./types";

const field = fieldsOf("create-rule");

export const createRule = gorgiasAction({
  operation: "create-rule",
  display: { label: "Create Rule", description: "Create a rule." },
  reads: false,
  inputs: {
    connection,
    name: field("name", { ...ruleName, required: true }),
    code: field("code", { ...code, required: true }, javaScript),
    ...ruleFields("create-rule"),
    debugRequest,
  },
  perform: async (client, rule) => ({
    data: await client.post<Rule>(path`/rules`, rule, {
      creates: { what: "rule", advice: "look with List Rules before you run this again" },
    }),
  }),
  examplePayload: ruleExample,
});
