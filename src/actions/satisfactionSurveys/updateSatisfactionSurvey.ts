import { operationAction } from "../../operationAction";
import { surveyExample } from "./examples";
import { surveyCustomer, surveyFields, surveyId, surveyTicket } from "./inputs";

export const updateSatisfactionSurvey = operationAction("PUT /satisfaction-surveys/{id}", {
  display: { label: "Update Satisfaction Survey", description: "Update a satisfaction survey." },
  inputs: {
    id: surveyId("ID of the satisfaction survey to update."),
    ...surveyFields,
    ticket_id: surveyTicket,
    customer_id: surveyCustomer,
  },
  clearFields: "should_send_datetime",
  examplePayload: surveyExample,
});
