import { gorgiasPicklist } from "./picklist";

export const selectIntegration = gorgiasPicklist("GET /integrations", {
  display: {
    label: "Select Integration",
    description: "Select an integration from a list of integrations.",
  },
  inputs: {
    // Not `type`: beside a widget, that is the widget's own.
    integration_type: {
      field: "type",
      label: "Integration Type",
      comments: "Type of the integrations to choose from. If left blank, all types.",
      example: "http",
    },
  },
  toFilters: ({ integration_type: type }) => ({ type }),
  sortBy: "label",
  isArchived: ({ deactivated_datetime }) => Boolean(deactivated_datetime),
  kind: "Integration",
  names: ({ id, name, type }) => [name, `${type} integration ${id}`],
  examplePayload: {
    result: [
      { key: "401", label: "Support" },
      { key: "402", label: "Order updates" },
    ],
  },
});
