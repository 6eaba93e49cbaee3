import { isViewOf } from "./isViewOf";
import { gorgiasPicklist } from "./picklist";

export const selectCustomer = gorgiasPicklist("GET /customers", {
  display: {
    label: "Select Customer",
    description: "Allow a user to select one of their customers.",
  },
  inputs: {
    view_id: {
      label: "View ID",
      comments: "ID of a view to filter customers by.",
      example: "21",
    },
  },
  fallBack: async ({ view_id }, client) =>
    view_id && !(await isViewOf(client, view_id, "customer-list")) ? {} : undefined,
  kind: "Customer",
  names: ({ name, email }) => [name, email],
  examplePayload: {
    result: [
      { key: "1", label: "John Doe" },
      { key: "2", label: "Jane Doe" },
      { key: "3", label: "Sarah Connor" },
    ],
  },
});
