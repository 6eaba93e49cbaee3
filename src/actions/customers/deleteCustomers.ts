import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";

export const deleteCustomers = gorgiasAction({
  operation: "delete-customers",
  display: { label: "Delete Customers", description: "Delete several customers at once." },
  reads: false,
  inputs: {
    connection,
    ids: fieldsOf("delete-customers")("ids", {
      label: "Customer IDs",
      comments: "IDs of the customers to delete.",
      example: "3924",
      required: true,
      dataSource: "selectCustomer",
    }),
    debugRequest,
  },
  perform: (client, { ids }) => succeed(client.delete(path`/customers`, { ids })),
  examplePayload: SUCCESS,
});
