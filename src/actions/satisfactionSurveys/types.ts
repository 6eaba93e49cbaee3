import type { components } from "../../../contract/gorgias";

export type SatisfactionSurvey = components["schemas"]["SatisfactionSurvey"];
