import { operationAction } from "../../operationAction";
import { surveyExample } from "./examples";
import { surveyCustomer, surveyFields, surveyTicket } from "./inputs";

export const createSatisfactionSurvey = operationAction("POST /satisfaction-surveys", {
  display: {
    label: "Create Satisfaction Survey",
    description: "Create the satisfaction survey of a ticket.",
  },
  creates: { what: "satisfaction survey", lookWith: "List Satisfaction Surveys (Ticket ID)" },
  inputs: {
    ticket_id: { ...surveyTicket, required: true },
    customer_id: { ...surveyCustomer, required: true },
    ...surveyFields,
  },
  examplePayload: surveyExample,
});
