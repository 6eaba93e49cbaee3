import { parseJson } from "../../inputs/clean";
import { operationAction } from "../../operationAction";

const LABEL = "Data";

export const updateCustomerData = operationAction("PUT /customers/{customer_id}/data", {
  display: { label: "Update Customer Data", description: "Set a customer's data." },
  inputs: {
    data: {
      label: LABEL,
      comments: "The customer data.",
      example: "Your customer data here",
      required: true,
      as: { type: "code", clean: customerData },
    },
    id: {
      label: "Customer ID",
      comments: "ID of the customer to update.",
      example: "3924",
      required: true,
      dataSource: "selectCustomer",
      field: "customer_id",
    },
    version: {
      label: "Version",
      comments:
        "The date of the customer data. If we already have a more recent version, the request will be ignored.",
      example: "2022-05-13T12:34:21.918927",
    },
  },
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
