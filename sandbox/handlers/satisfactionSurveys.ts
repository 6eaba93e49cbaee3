import { requireRecord } from "../state/requireRecord";
import { createSurvey, updateSurvey } from "../state/satisfactionSurveys";
import type { Handlers } from "./handler";

export const satisfactionSurveyHandlers: Handlers = {
  "list-satisfaction-surveys": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: state.surveys.ordered("created_datetime"),
      matches: ({ ticket_id }) => query.ticket_id === undefined || ticket_id === query.ticket_id,
      render: (survey) => survey,
    }),
  }),

  "create-satisfaction-survey": ({ state, actor, body }) => ({
    status: 201,
    body: createSurvey(state, actor, body),
  }),

  "get-satisfaction-survey": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.surveys, "Satisfaction survey", path.id),
  }),

  "update-satisfaction-survey": ({ state, actor, path, body }) => {
    const survey = requireRecord(state.surveys, "Satisfaction survey", path.id);
    return { status: 202, body: updateSurvey(state, actor, survey, body) };
  },
};
