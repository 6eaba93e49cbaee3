import { fieldsOf } from "../../inputs/field";
import { httpSettings } from "./examples";

/** The id in the path of an operation on one integration. @param purpose what it is asked for. */
export function integrationId(
  operation: "get-integration" | "update-integration" | "delete-integration",
  purpose: string,
) {
  return fieldsOf(operation)("id", {
    label: "Integration ID",
    comments: purpose,
    example: "1204",
    required: true,
    dataSource: "selectIntegration",
  });
}

const HTTP_NEEDS = {
  "create-integration":
    "It needs url, method, request_content_type and response_content_type. Without these settings the integration does nothing.",
  "update-integration": "It needs url, even when the address stays the same.",
};

/** What an integration is created with, and what an update can change. */
export function integrationFields(operation: "create-integration" | "update-integration") {
  const field = fieldsOf(operation);
  return {
    name: field("name", {
      label: "Name",
      comments: "Name of the integration, as Gorgias lists it.",
      example: "Order desk",
      required: true,
    }),
    http: field("http", {
      label: "HTTP",
      comments: `Where Gorgias sends its requests, what is in them, and which events trigger them. ${HTTP_NEEDS[operation]} The values of form may hold Gorgias variables such as {{ticket.id}}; the value "{{context}}" sends everything.`,
      example: JSON.stringify(httpSettings),
    }),
    description: field("description", {
      label: "Description",
      comments: "What the integration is for.",
      example: "Tells the order desk of new tickets.",
    }),
    deactivated_datetime: field("deactivated_datetime", {
      label: "Deactivated Datetime",
      comments: "When the integration was turned off. An integration without this date is active.",
      example: "2025-02-07T09:55:18.064317+00:00",
    }),
    business_hours_id: field("business_hours_id", {
      label: "Business Hours ID",
      comments: "ID of the business hours that the integration follows.",
      example: "12",
    }),
  };
}
