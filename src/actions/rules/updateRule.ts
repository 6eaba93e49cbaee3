import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { ruleExample } from "./examples";
import { code, javaScript, ruleFields, ruleId, ruleName } from "./inputs";
import type { Rule } from "./types";

const field = fieldsOf("update-rule");

export const updateRule = gorgiasAction({
  operation: "update-rule",
  display: { label: "Update Rule", description: "Update a rule." },
  reads: false,
  inputs: {
    connection,
    id: ruleId("update-rule", "ID of the rule to update."),
    name: field("name", ruleName),
    code: field("code", code, javaScript),
    ...ruleFields("update-rule"),
    clear_fields: clearFields("update-rule", "deactivated_datetime"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...rule }) => ({
    data: await client.put<Rule>(path`/rules/${id}`, changes(rule, clear_fields)),
  }),
  examplePayload: ruleExample,
});
