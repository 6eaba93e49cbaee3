import type { components } from "../../../contract/generated/gorgias";

export type SatisfactionSurvey = components["schemas"]["SatisfactionSurvey"];
