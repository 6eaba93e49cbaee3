import { surveyFilters } from "../actions/satisfactionSurveys/listSatisfactionSurveys";
import type { SatisfactionSurvey } from "../actions/satisfactionSurveys/types";
import { path } from "../http/path";
import { gorgiasPicklist } from "./picklist";

/** A picker cannot offer another picker, so its own inputs have none. */
const { ticket_id } = surveyFilters;

export const selectSatisfactionSurvey = gorgiasPicklist({
  display: {
    label: "Select Satisfaction Survey",
    description: "Select a satisfaction survey from a list of satisfaction surveys.",
  },
  inputs: { ticket_id: { ...ticket_id, dataSource: undefined } },
  path: path`/satisfaction-surveys`,
  kind: "Satisfaction Survey",
  names: ({ id, ticket_id: ticket, score }: SatisfactionSurvey) => [
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
