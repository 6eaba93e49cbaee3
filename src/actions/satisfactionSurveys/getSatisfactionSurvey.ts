import { operationAction } from "../../operationAction";
import { surveyExample } from "./examples";
import { surveyId } from "./inputs";

export const getSatisfactionSurvey = operationAction("GET /satisfaction-surveys/{id}", {
  display: { label: "Get Satisfaction Survey", description: "Retrieve a satisfaction survey." },
  inputs: { id: surveyId("ID of the satisfaction survey to retrieve.") },
  examplePayload: surveyExample,
});
