import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { surveyExample } from "./examples";
import { surveyCustomer, surveyFields, surveyId, surveyTicket } from "./inputs";
import type { SatisfactionSurvey } from "./types";

const field = fieldsOf("update-satisfaction-survey");

export const updateSatisfactionSurvey = gorgiasAction({
  operation: "update-satisfaction-survey",
  display: { label: "Update Satisfaction Survey", description: "Update a satisfaction survey." },
  reads: false,
  inputs: {
    connection,
    id: surveyId("update-satisfaction-survey", "ID of the satisfaction survey to update."),
    ...surveyFields("update-satisfaction-survey"),
    ticket_id: field("ticket_id", surveyTicket),
    customer_id: field("customer_id", surveyCustomer),
    clear_fields: clearFields("update-satisfaction-survey", "should_send_datetime"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...survey }) => ({
    data: await client.put<SatisfactionSurvey>(
      path`/satisfaction-surveys/${id}`,
      changes(survey, clear_fields),
    ),
  }),
  examplePayload: surveyExample,
});
