import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { customerFieldId, customFieldsCustomerId } from "./inputs";

export const deleteCustomerCustomField = gorgiasAction({
  operation: "delete-customer-custom-field-value",
  display: {
    label: "Delete Customer Custom Field",
    description: "Delete the value of one custom field of a customer.",
  },
  reads: false,
  inputs: {
    connection,
    customer_id: customFieldsCustomerId("delete-customer-custom-field-value"),
    id: customerFieldId("delete-customer-custom-field-value"),
    debugRequest,
  },
  perform: (client, { customer_id, id }) =>
    succeed(client.delete(path`/customers/${customer_id}/custom-fields/${id}`)),
  examplePayload: SUCCESS,
});
