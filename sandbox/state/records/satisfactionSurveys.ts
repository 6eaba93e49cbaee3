import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

export type SurveyRecord = Readonly<Schemas["SatisfactionSurvey"]>;

export function surveyCollection() {
  return new Collection<SurveyRecord, "created_datetime", "ticket_id">(
    {
      orders: { created_datetime: (survey) => survey.created_datetime ?? "" },
      groups: { ticket_id: ({ ticket_id }) => (ticket_id === null ? [] : [ticket_id]) },
    },
    701,
  );
}
