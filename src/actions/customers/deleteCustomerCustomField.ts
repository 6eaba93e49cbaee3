import { operationAction } from "../../operationAction";
import { customerFieldId, customFieldsCustomerId } from "./inputs";

export const deleteCustomerCustomField = operationAction(
  "DELETE /customers/{customer_id}/custom-fields/{id}",
  {
    display: {
      label: "Delete Customer Custom Field",
      description: "Delete the value of one custom field of a customer.",
    },
    inputs: { customer_id: customFieldsCustomerId, id: customerFieldId },
  },
);
