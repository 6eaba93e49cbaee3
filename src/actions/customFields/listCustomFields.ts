import { operationAction } from "../../operationAction";
import { listCustomFieldsExample } from "./examples";

export const listCustomFields = operationAction("GET /custom-fields", {
  display: {
    label: "List Custom Fields",
    description: "List the custom fields of tickets or of customers.",
  },
  lists: "custom fields",
  inputs: {
    object_type: {
      label: "Object Type",
      comments: "Whether to list the custom fields of tickets or those of customers.",
      example: "Ticket",
      required: true,
    },
    search: {
      label: "Search Text",
      comments: "Only list custom fields whose name holds this text.",
      example: "reason",
    },
    archived: {
      label: "Archived",
      comments: "Choose true to list archived custom fields only.",
      example: "false",
    },
    order_by: {
      label: "Order By",
      comments:
        "Attribute used to order custom fields. If left blank, the highest priority comes first.",
      example: "priority:desc",
    },
  },
  examplePayload: listCustomFieldsExample,
});
