import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { customerId } from "./inputs";

export const deleteCustomer = gorgiasAction({
  operation: "delete-customer",
  display: { label: "Delete Customer", description: "Delete a customer." },
  reads: false,
  inputs: {
    connection,
    debugRequest,
    id: customerId("delete-customer", "ID of the customer to delete."),
  },
  perform: (client, { id }) => succeed(client.delete(path`/customers/${id}`)),
  examplePayload: SUCCESS,
});
