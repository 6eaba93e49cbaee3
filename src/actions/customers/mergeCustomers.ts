import { gorgiasAction } from "../../action";
import type { Customer } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { channels } from "../../inputs/messageParts";
import { connection, debugRequest } from "../../inputs/shared";
import { mergeCustomersExample } from "./examples";
import { customerFields } from "./inputs";

const field = fieldsOf("merge-customers");

export const mergeCustomers = gorgiasAction({
  operation: "merge-customers",
  display: {
    label: "Merge Customers",
    description: "Merge a customer into another one, which remains.",
  },
  reads: false,
  inputs: {
    connection,
    source_id: field("source_id", {
      label: "Source Customer ID",
      comments: "ID of the customer that is merged into the target and then deleted.",
      example: "3925",
      required: true,
      dataSource: "selectCustomer",
    }),
    target_id: field("target_id", {
      label: "Target Customer ID",
      comments:
        "ID of the customer that remains. Two customers with data of the same integration cannot be merged.",
      example: "3924",
      required: true,
      dataSource: "selectCustomer",
    }),
    ...customerFields("merge-customers"),
    channels: field(
      "channels",
      {
        label: "Channels",
        comments:
          "Contact channels of the customer that remains, as a JSON list: the type, the address, and whether it is the preferred one of its type. If left blank, none are set beside the merge.",
        example: '[{"type": "email", "address": "john@example.com", "preferred": true}]',
      },
      channels,
    ),
    debugRequest,
  },
  perform: async (client, { source_id, target_id, ...customer }) => ({
    data: await client.put<Customer>(path`/customers/merge`, customer, {
      params: { source_id, target_id },
    }),
  }),
  examplePayload: mergeCustomersExample,
});
