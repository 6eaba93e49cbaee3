import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { parseJson } from "../../inputs/clean";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";

const LABEL = "Data";
const field = fieldsOf("update-customer-data");

export const updateCustomerData = gorgiasAction({
  operation: "update-customer-data",
  display: { label: "Update Customer Data", description: "Set a customer's data." },
  reads: false,
  inputs: {
    connection,
    data: field(
      "data",
      {
        label: LABEL,
        comments: "The customer data.",
        example: "Your customer data here",
        required: true,
      },
      { type: "code", clean: customerData },
    ),
    debugRequest,
    id: field("customer_id", {
      label: "Customer ID",
      comments: "ID of the customer to update.",
      example: "3924",
      required: true,
      dataSource: "selectCustomer",
    }),
    version: field("version", {
      label: "Version",
      comments:
        "The date of the customer data. If we already have a more recent version, the request will be ignored.",
      example: "2022-05-13T12:34:21.918927",
    }),
  },
  perform: (client, { id, data, version }) =>
    succeed(client.put(path`/customers/${id}/data`, { data, version })),
  examplePayload: SUCCESS,
});

function holdsJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/** An object, or text that holds one, goes as an object; any other text as it is. */
function customerData(value: unknown): unknown {
  return typeof value === "string" && !holdsJson(value) ? value : parseJson(LABEL, value);
}
