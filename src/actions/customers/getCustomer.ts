import { gorgiasAction } from "../../action";
import type { Customer } from "../../contract/types";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { getCustomerExample } from "./examples";
import { customerId } from "./inputs";

export const getCustomer = gorgiasAction({
  operation: "get-customer",
  display: { label: "Get Customer", description: "Retrieve a customer." },
  reads: true,
  inputs: {
    connection,
    debugRequest,
    id: customerId("get-customer", "ID of the customer you're looking for."),
  },
  perform: async (client, { id }) => ({
    data: await client.get<Customer>(path`/customers/${id}`),
  }),
  examplePayload: getCustomerExample,
});
