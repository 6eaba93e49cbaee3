import { operationAction } from "../../operationAction";
import { listSurveysExample } from "./examples";

/** The filter that List Satisfaction Surveys and the survey picker share. */
export const surveyFilters = {
  ticket_id: {
    label: "Ticket ID",
    comments: "ID of a ticket, to list its survey only. If left blank, those of all tickets.",
    example: "1234567890",
    dataSource: "selectTicket",
  },
} as const;

export const listSatisfactionSurveys = operationAction("GET /satisfaction-surveys", {
  display: {
    label: "List Satisfaction Surveys",
    description: "List the satisfaction surveys of all tickets, or of one.",
  },
  lists: "satisfaction surveys",
  inputs: {
    ...surveyFilters,
    order_by: {
      label: "Order By",
      comments:
        "Attribute used to order satisfaction surveys. If left blank, the newest come first.",
      example: "created_datetime:desc",
    },
  },
  examplePayload: listSurveysExample,
});
