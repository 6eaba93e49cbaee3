/** The id in the path of an operation on one customer. @param comments what it is asked for. */
export function customerId(comments: string) {
  return {
    label: "Customer ID",
    comments,
    example: "3924",
    required: true,
    dataSource: "selectCustomer",
  } as const;
}

/** The id of the customer whose custom field values are meant. */
export const customFieldsCustomerId = customerId("The ID of the customer.");

/** The id of the custom field whose value is set or deleted. */
export const customerFieldId = {
  label: "Custom Field ID",
  comments: "The ID of the custom field.",
  example: "306",
  required: true,
  dataSource: "selectCustomerField",
} as const;

/** What a customer is created with, and what an update or a merge can change. */
export const customerFields = {
  email: {
    label: "Email",
    comments: "Primary email address of the customer.",
    example: "john@example.com",
  },
  external_id: {
    label: "External ID",
    comments:
      "ID of the customer in a foreign system (Stripe, Aircall, etc...). This field is not used by Gorgias, feel free to set it as you wish.",
    example: "customer-84203241",
    rare: true,
  },
  language: {
    label: "Language",
    comments: "The customer's preferred language (format: ISO_639-1).",
    example: "en",
  },
  name: {
    label: "Name",
    comments: "Full name of the customer.",
    example: "John Smith",
  },
  timezone: {
    label: "Timezone",
    comments: "The customer's preferred timezone (format: IANA timezone name).",
    example: "UTC",
    rare: true,
  },
} as const;
