import { operationAction } from "../../operationAction";
import { listCustomersExample } from "./examples";

export const listCustomers = operationAction("GET /customers", {
  display: {
    label: "List Customers",
    description: "List customers, paginated, and ordered by their name (alphabetical order).",
  },
  lists: "customers",
  inputs: {
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
    },
    id: {
      label: "Customer ID",
      comments: "ID of the customer you're looking for.",
      example: "3924",
      dataSource: "selectCustomer",
    },
    language: {
      label: "Language",
      comments: "The customer's preferred language (format: ISO_639-1).",
      example: "en",
    },
    order_by: {
      label: "Order By",
      comments: "Attribute used to order customers.",
      example: "created_datetime:desc",
    },
    timezone: {
      label: "Timezone",
      comments: "The customer's preferred timezone (format: IANA timezone name).",
      example: "UTC",
    },
    view_id: {
      label: "View ID",
      comments: "ID of a view to filter customers by.",
      example: "21",
      dataSource: "selectView",
    },
    name: {
      label: "Name",
      comments: "Full name of the customer.",
      example: "John Smith",
    },
    channel_type: {
      label: "Channel Type",
      comments: "Type of the contact channel that Channel Address is looked up in.",
      example: "email",
    },
    channel_address: {
      label: "Channel Address",
      comments:
        "Exact address of one of the customer's contact channels, such as a second email address or a phone number.",
      example: "john@example.com",
    },
  },
  examplePayload: listCustomersExample,
});
