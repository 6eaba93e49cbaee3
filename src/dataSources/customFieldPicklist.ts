import { gorgiasPicklist } from "./picklist";

/** A picker of the custom fields of one kind of record: Gorgias lists them by their kind only. */
export function customFieldPicklist(object_type: "Ticket" | "Customer") {
  const kind = `${object_type} Field`;
  return gorgiasPicklist("GET /custom-fields", {
    display: {
      label: `Select ${kind}`,
      description: `Select a custom field of ${object_type.toLowerCase()}s from a list of them.`,
    },
    inputs: {
      search: {
        label: "Search Text",
        comments: "Part of the names of the custom fields to choose from.",
        example: "reason",
      },
    },
    toFilters: ({ search }) => ({ object_type, search }),
    // The only order that this list knows (contract, parameter `OrderCustomFields`).
    orderBy: "priority:desc",
    sortBy: "label",
    isArchived: ({ deactivated_datetime }) => Boolean(deactivated_datetime),
    kind,
    names: ({ label, description }) => [label, description],
    examplePayload: {
      result: [
        { key: "301", label: "Contact reason" },
        { key: "302", label: "Product" },
      ],
    },
  });
}
