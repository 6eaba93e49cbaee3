import { operationAction } from "../../operationAction";
import { updateCustomerCustomFieldsExample } from "./examples";
import { customFieldsCustomerId } from "./inputs";

export const updateCustomerCustomFields = operationAction(
  "PUT /customers/{customer_id}/custom-fields",
  {
    display: {
      label: "Update Customer Custom Fields",
      description: "Set the values of several custom fields of a customer.",
    },
    inputs: {
      customer_id: customFieldsCustomerId,
      custom_fields: {
        label: "Custom Fields",
        comments:
          "The values to set, as a JSON list: the ID of each custom field and its value. Fields that are left out keep theirs.",
        example: '[{"id": 306, "value": "Gold"}, {"id": 307, "value": 12}]',
        required: true,
        field: "body",
      },
    },
    gives: "records",
    examplePayload: updateCustomerCustomFieldsExample,
  },
);
