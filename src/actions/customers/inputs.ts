import { fieldsOf } from "../../inputs/field";

/** The id in the path of an operation on one customer. @param purpose what it is asked for. */
export function customerId(
  operation: "get-customer" | "update-customer" | "delete-customer",
  purpose: string,
) {
  return fieldsOf(operation)("id", {
    label: "Customer ID",
    comments: purpose,
    example: "3924",
    required: true,
    dataSource: "selectCustomer",
  });
}

/** The id of the customer whose custom field values are meant. */
export function customFieldsCustomerId(
  operation:
    | "list-customer-custom-fields-values"
    | "update-customer-custom-field-values"
    | "update-customer-custom-field-value"
    | "delete-customer-custom-field-value",
) {
  return fieldsOf(operation)("customer_id", {
    label: "Customer ID",
    comments: "The ID of the customer.",
    example: "3924",
    required: true,
    dataSource: "selectCustomer",
  });
}

/** The id of the custom field whose value is set or deleted. */
export function customerFieldId(
  operation: "update-customer-custom-field-value" | "delete-customer-custom-field-value",
) {
  return fieldsOf(operation)("id", {
    label: "Custom Field ID",
    comments: "The ID of the custom field.",
    example: "306",
    required: true,
    dataSource: "selectCustomerField",
  });
}

/** What a customer is created with, and what an update or a merge can change. */
export function customerFields(
  operation: "create-customer" | "update-customer" | "merge-customers",
) {
  const field = fieldsOf(operation);
  return {
    email: field("email", {
      label: "Email",
      comments: "Primary email address of the customer.",
      example: "john@example.com",
    }),
    external_id: field("external_id", {
      label: "External ID",
      comments:
        "ID of the customer in a foreign system (Stripe, Aircall, etc...). This field is not used by Gorgias, feel free to set it as you wish.",
      example: "customer-84203241",
    }),
    language: field("language", {
      label: "Language",
      comments: "The customer's preferred language (format: ISO_639-1).",
      example: "en",
    }),
    name: field("name", {
      label: "Name",
      comments: "Full name of the customer.",
      example: "John Smith",
    }),
    timezone: field("timezone", {
      label: "Timezone",
      comments: "The customer's preferred timezone (format: IANA timezone name).",
      example: "UTC",
    }),
  };
}
