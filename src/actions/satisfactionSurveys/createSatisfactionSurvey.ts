import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { surveyExample } from "./examples";
import { surveyCustomer, surveyFields, surveyTicket } from "./inputs";
import type { SatisfactionSurvey } from "./types";

const field = fieldsOf("create-satisfaction-survey");

export const createSatisfactionSurvey = gorgiasAction({
  operation: "create-satisfaction-survey",
  display: {
    label: "Create Satisfaction Survey",
    description: "Create the satisfaction survey of a ticket.",
  },
  reads: false,
  inputs: {
    connection,
    ticket_id: field("ticket_id", { ...surveyTicket, required: true }),
    customer_id: field("customer_id", { ...surveyCustomer, required: true }),
    ...surveyFields("create-satisfaction-survey"),
    debugRequest,
  },
  perform: async (client, survey) => ({
    data: await client.post<SatisfactionSurvey>(path`/satisfaction-surveys`, survey, {
      creates: {
        what: "satisfaction survey",
        advice: "look with List Satisfaction Surveys (Ticket ID) before you run this again",
      },
    }),
  }),
  examplePayload: surveyExample,
});
