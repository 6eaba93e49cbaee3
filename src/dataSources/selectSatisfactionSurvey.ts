import { surveyFilters } from "../actions/satisfactionSurveys/listSatisfactionSurveys";
import { gorgiasPicklist } from "./picklist";

export const selectSatisfactionSurvey = gorgiasPicklist("GET /satisfaction-surveys", {
  display: {
    label: "Select Satisfaction Survey",
    description: "Select a satisfaction survey from a list of satisfaction surveys.",
  },
  inputs: surveyFilters,
  kind: "Satisfaction Survey",
  names: ({ id, ticket_id: ticket, score }) => [
    [
      `Satisfaction Survey ${id}`,
      ...(ticket ? [`ticket ${ticket}`] : []),
      score ? `score ${score}` : "no score yet",
    ].join(", "),
  ],
  examplePayload: {
    result: [
      { key: "987", label: "Satisfaction Survey 987, ticket 1234567890, score 5" },
      { key: "986", label: "Satisfaction Survey 986, ticket 1234567889, no score yet" },
    ],
  },
});
