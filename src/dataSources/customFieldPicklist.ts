import type { components } from "../../contract/generated/gorgias";
import { path } from "../http/path";
import { fieldsOf } from "../inputs/field";
import { gorgiasPicklist } from "./picklist";

type CustomField = components["schemas"]["CustomField"];

/** A picker of the custom fields of one kind of record: Gorgias lists them by their kind only. */
export function customFieldPicklist(object_type: "Ticket" | "Customer") {
  const kind = `${object_type} Field`;
  return gorgiasPicklist({
    display: {
      label: `Select ${kind}`,
      description: `Select a custom field of ${object_type.toLowerCase()}s from a list of them.`,
    },
    inputs: {
      search: fieldsOf("list-custom-fields")("search", {
        label: "Search",
        comments: "Part of the names of the custom fields to choose from.",
        example: "reason",
      }),
    },
    path: path`/custom-fields`,
    toFilters: ({ search }) => ({ object_type, search }),
    // The only order that this list knows (contract, parameter `OrderCustomFields`).
    orderBy: "priority:desc",
    kind,
    names: ({ label, description }: CustomField) => [label, description],
    examplePayload: {
      result: [
        { key: "301", label: "Contact reason" },
        { key: "302", label: "Product" },
      ],
    },
  });
}
