import { operationAction } from "../../operationAction";
import { getEventExample } from "./examples";

export const getEvent = operationAction("GET /events/{id}", {
  display: { label: "Get Event", description: "Retrieve an event." },
  inputs: {
    id: {
      label: "Event ID",
      comments: "The ID of the event to retrieve.",
      example: "5190131059",
      required: true,
      dataSource: "selectEvent",
    },
  },
  examplePayload: getEventExample,
});
