import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { integrationId } from "./inputs";

export const deleteIntegration = gorgiasAction({
  operation: "delete-integration",
  display: { label: "Delete Integration", description: "Delete an integration." },
  reads: false,
  inputs: {
    connection,
    id: integrationId(
      "delete-integration",
      "ID of the integration to delete. Gorgias refuses while rules or other integrations use it.",
    ),
    debugRequest,
  },
  perform: (client, { id }) => succeed(client.delete(path`/integrations/${id}`)),
  examplePayload: SUCCESS,
});
