import { gorgiasAction } from "../../action";
import type { CustomerListItem } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listCustomersExample } from "./examples";

const field = fieldsOf("list-customers");
const { cursor, fetchAll, limit } = paging("list-customers", "customers", {});

export const listCustomers = gorgiasAction({
  operation: "list-customers",
  display: {
    label: "List Customers",
    description: "List customers, paginated, and ordered by their name (alphabetical order).",
  },
  reads: true,
  inputs: {
    connection,
    cursor,
    debugRequest,
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
    fetchAll,
    id: field("id", {
      label: "Customer ID",
      comments: "ID of the customer you're looking for.",
      dataSource: "selectCustomer",
    }),
    language: field("language", {
      label: "Language",
      comments: "The customer's preferred language (format: ISO_639-1).",
      example: "en",
    }),
    limit,
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order customers.",
    }),
    timezone: field("timezone", {
      label: "Timezone",
      comments: "The customer's preferred timezone (format: IANA timezone name).",
      example: "UTC",
    }),
    view_id: field("view_id", {
      label: "View ID",
      comments: "ID of a view to filter customers by.",
      dataSource: "selectView",
    }),
    name: field("name", {
      label: "Name",
      comments: "Full name of the customer.",
      example: "John Smith",
    }),
    channel_type: field("channel_type", {
      label: "Channel Type",
      comments: "Type of the contact channel that Channel Address is looked up in.",
      example: "email",
    }),
    channel_address: field("channel_address", {
      label: "Channel Address",
      comments:
        "Exact address of one of the customer's contact channels, such as a second email address or a phone number.",
      example: "john@example.com",
    }),
  },
  perform: async (client, inputs) => ({
    data: await listRecords<CustomerListItem>(client, path`/customers`, inputs),
  }),
  examplePayload: listCustomersExample,
});
