import { gorgiasPicklist } from "./picklist";

export const selectWidget = gorgiasPicklist("GET /widgets", {
  display: { label: "Select Widget", description: "Select a widget from a list of widgets." },
  inputs: {},
  isArchived: ({ deactivated_datetime }) => Boolean(deactivated_datetime),
  kind: "Widget",
  names: ({ id, type, context, integration_id }) => [
    [
      `${type ?? "Widget"} ${id}`,
      ...(context ? [`in ${context}`] : []),
      ...(integration_id ? [`integration ${integration_id}`] : []),
    ].join(", "),
  ],
  examplePayload: {
    result: [
      { key: "72", label: "http 72, in ticket, integration 402" },
      { key: "71", label: "shopify 71, in customer" },
    ],
  },
});
