export { createSatisfactionSurvey } from "./createSatisfactionSurvey";
export { getSatisfactionSurvey } from "./getSatisfactionSurvey";
export { listSatisfactionSurveys } from "./listSatisfactionSurveys";
export { updateSatisfactionSurvey } from "./updateSatisfactionSurvey";
