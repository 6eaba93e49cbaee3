import type { CustomerListItem } from "../contract/types";
import { path } from "../http/path";
import { fieldsOf } from "../inputs/field";
import { gorgiasPicklist } from "./picklist";

export const selectCustomer = gorgiasPicklist({
  display: {
    label: "Select Customer",
    description: "Allow a user to select one of their customers.",
  },
  inputs: {
    view_id: fieldsOf("list-customers")("view_id", {
      label: "View ID",
      comments: "ID of a view to filter customers by.",
    }),
  },
  path: path`/customers`,
  kind: "Customer",
  names: ({ name, email }: CustomerListItem) => [name, email],
  examplePayload: {
    result: [
      { key: "1", label: "John Doe" },
      { key: "2", label: "Jane Doe" },
      { key: "3", label: "Sarah Connor" },
    ],
  },
});
