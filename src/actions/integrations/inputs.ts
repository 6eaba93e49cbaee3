import { httpSettings } from "./examples";

/** The id in the path of an operation on one integration. @param comments what it is asked for. */
export function integrationId(comments: string) {
  return {
    label: "Integration ID",
    comments,
    example: "1204",
    required: true,
    dataSource: "selectIntegration",
  } as const;
}

/**
 * What an integration is created with, and what an update can change.
 *
 * @param httpNeeds what its HTTP settings must hold.
 */
export function integrationFields(httpNeeds: string) {
  return {
    name: {
      label: "Name",
      comments: "Name of the integration, as Gorgias lists it.",
      example: "Order desk",
      required: true,
    },
    http: {
      label: "HTTP",
      comments: `Where Gorgias sends its requests, what is in them, and which events trigger them. ${httpNeeds} The values of form may hold Gorgias variables such as {{ticket.id}}; the value "{{context}}" sends everything.`,
      example: JSON.stringify(httpSettings),
    },
    description: {
      label: "Description",
      comments: "What the integration is for.",
      example: "Tells the order desk of new tickets.",
    },
    deactivated_datetime: {
      label: "Deactivated Datetime",
      comments: "When the integration was turned off. An integration without this date is active.",
      example: "2025-02-07T09:55:18.064317+00:00",
      rare: true,
    },
    business_hours_id: {
      label: "Business Hours ID",
      comments: "ID of the business hours that the integration follows.",
      example: "12",
      rare: true,
    },
  } as const;
}
