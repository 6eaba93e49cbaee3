import { viewFilters } from "../actions/views/listViews";
import { gorgiasPicklist } from "./picklist";

export const selectView = gorgiasPicklist("GET /views", {
  display: { label: "Select View", description: "Select a view from a list of views." },
  inputs: viewFilters,
  sortBy: "label",
  kind: "View",
  names: ({ name, slug }) => [name, slug],
  examplePayload: {
    result: [
      { key: "21", label: "Open returns" },
      { key: "22", label: "Unassigned" },
    ],
  },
});
