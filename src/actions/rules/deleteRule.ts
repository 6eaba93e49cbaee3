import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { ruleId } from "./inputs";

export const deleteRule = gorgiasAction({
  operation: "delete-rule",
  display: { label: "Delete Rule", description: "Delete a rule." },
  reads: false,
  inputs: { connection, id: ruleId("delete-rule", "ID of the rule to delete."), debugRequest },
  perform: (client, { id }) => succeed(client.delete(path`/rules/${id}`)),
  examplePayload: SUCCESS,
});
