import { gorgiasPicklist } from "./picklist";

/** The custom fields of tickets and of customers: Gorgias lists them by their kind only. */
export const selectCustomField = gorgiasPicklist("GET /custom-fields", {
  display: {
    label: "Select Custom Field",
    description: "Select a custom field of tickets or of customers from a list of them.",
  },
  inputs: {},
  toFilters: () => [{ object_type: "Ticket" }, { object_type: "Customer" }],
  // The only order that this list knows (contract, parameter `OrderCustomFields`).
  orderBy: "priority:desc",
  sortBy: "label",
  isArchived: ({ deactivated_datetime }) => Boolean(deactivated_datetime),
  kind: "Custom Field",
  names: ({ label, object_type }) => [label, `of ${object_type.toLowerCase()}s`],
  examplePayload: {
    result: [
      { key: "301", label: "Contact reason" },
      { key: "306", label: "Tier" },
    ],
  },
});
