import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

const survey: Schemas["SatisfactionSurvey"] = {
  id: 987,
  body_text: "Quick and friendly, thank you!",
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  customer_id: 3924,
  meta: { campaign: "spring" },
  score: 5,
  scored_datetime: "2025-02-08T14:20:41.502113+00:00",
  sent_datetime: "2025-02-08T10:00:00.000000+00:00",
  should_send_datetime: "2025-02-08T10:00:00.000000+00:00",
  ticket_id: 1234567890,
  uri: "/api/satisfaction-surveys/987/",
};

export const surveyExample = { data: survey };

export const listSurveysExample: { data: ListEnvelope<Schemas["SatisfactionSurvey"]> } = {
  data: {
    object: "list",
    uri: "/api/satisfaction-surveys",
    data: [survey],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
