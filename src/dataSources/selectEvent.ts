import { checkEventFilters, eventFilters } from "../actions/events/inputs";
import { gorgiasPicklist } from "./picklist";

export const selectEvent = gorgiasPicklist("GET /events", {
  display: { label: "Select Event", description: "Select a event from a list of events." },
  inputs: eventFilters,
  toFilters: (filters) => {
    checkEventFilters(filters);
    return filters;
  },
  kind: "Event",
  names: ({ type, object_type, object_id, created_datetime }) => [
    type,
    `${object_type} ${object_id ?? ""}, ${created_datetime}`,
  ],
  examplePayload: {
    result: [
      { key: "1", label: "Event 1" },
      { key: "2", label: "Event 2" },
      { key: "3", label: "Event 3" },
    ],
  },
});
