import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { surveyExample } from "./examples";
import { surveyId } from "./inputs";
import type { SatisfactionSurvey } from "./types";

export const getSatisfactionSurvey = gorgiasAction({
  operation: "get-satisfaction-survey",
  display: { label: "Get Satisfaction Survey", description: "Retrieve a satisfaction survey." },
  reads: true,
  inputs: {
    connection,
    id: surveyId("get-satisfaction-survey", "ID of the satisfaction survey to retrieve."),
    debugRequest,
  },
  perform: async (client, { id }) => ({
    data: await client.get<SatisfactionSurvey>(path`/satisfaction-surveys/${id}`),
  }),
  examplePayload: surveyExample,
});
