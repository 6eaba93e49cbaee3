import { gorgiasAction, SUCCESS } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { customerId } from "./inputs";

export const deleteCustomer = gorgiasAction({
  display: { label: "Delete Customer", description: "Delete a customer." },
  reads: false,
  inputs: {
    connection,
    debugRequest,
    id: customerId("delete-customer", "ID of the customer to delete."),
  },
  perform: async (client, { id }) => {
    await client.delete(path`/customers/${id}`);
    return SUCCESS;
  },
  examplePayload: SUCCESS,
});
