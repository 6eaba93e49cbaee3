import { gorgiasAction } from "../../action";
import type { GorgiasEvent } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { getEventExample } from "./examples";

export const getEvent = gorgiasAction({
  operation: "get-event",
  display: { label: "Get Event", description: "Retrieve an event." },
  reads: true,
  inputs: {
    connection,
    debugRequest,
    id: fieldsOf("get-event")("id", {
      label: "Event ID",
      comments: "The ID of the event to retrieve.",
      example: "5190131059",
      required: true,
      dataSource: "selectEvent",
    }),
  },
  perform: async (client, { id }) => ({
    data: await client.get<GorgiasEvent>(path`/events/${id}`),
  }),
  examplePayload: getEventExample,
});
