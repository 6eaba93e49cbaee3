import { refuseItself } from "../../inputs/merges";
import { channels } from "../../inputs/messageParts";
import { operationAction } from "../../operationAction";
import { mergeCustomersExample } from "./examples";
import { customerFields } from "./inputs";

export const mergeCustomers = operationAction("PUT /customers/merge", {
  display: {
    label: "Merge Customers",
    description: "Merge a customer into another one, which remains.",
  },
  inputs: {
    source_id: {
      label: "Source Customer ID",
      comments: "ID of the customer that is merged into the target and then deleted.",
      example: "3925",
      required: true,
      dataSource: "selectCustomer",
    },
    target_id: {
      label: "Target Customer ID",
      comments:
        "ID of the customer that remains. Two customers with data of the same integration cannot be merged.",
      example: "3924",
      required: true,
      dataSource: "selectCustomer",
    },
    ...customerFields,
    channels: {
      label: "Channels",
      comments:
        "Contact channels of the customer that remains, as a JSON list: the type, the address, and whether it is the preferred one of its type. If left blank, none are set beside the merge.",
      example: '[{"type": "email", "address": "john@example.com", "preferred": true}]',
      as: channels,
    },
  },
  prepare: ({ source_id, target_id }) => {
    refuseItself("Source Customer ID", "Target Customer ID", [source_id], target_id);
    return {};
  },
  examplePayload: mergeCustomersExample,
});
