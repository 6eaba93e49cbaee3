import { viewFilters } from "../actions/views/listViews";
import type { View } from "../actions/views/types";
import { path } from "../http/path";
import { gorgiasPicklist } from "./picklist";

export const selectView = gorgiasPicklist({
  display: { label: "Select View", description: "Select a view from a list of views." },
  inputs: viewFilters,
  path: path`/views`,
  kind: "View",
  names: ({ name, slug }: View) => [name, slug],
  examplePayload: {
    result: [
      { key: "21", label: "Open returns" },
      { key: "22", label: "Unassigned" },
    ],
  },
});
