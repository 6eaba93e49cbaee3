/** Satisfaction surveys: one a ticket, sent when it is due, answered by a score. */
import type { Schemas } from "../contract/types";
import { invalid, taken } from "../errors";
import { type Actor, newActor } from "./actor";
import { recordEvent } from "./events";
import type { SurveyRecord } from "./records/satisfactionSurveys";
import type { State } from "./state";
import { isPast, readTimestamp } from "./timestamps";

export function surveyOfTicket(state: State, ticketId: number): SurveyRecord | undefined {
  return state.surveys.grouped("ticket_id", ticketId)[0];
}

/** @throws ApiError 409 when the ticket has a survey */
export function createSurvey(
  state: State,
  actor: Actor,
  input: Schemas["SurveyCreate"],
): SurveyRecord {
  checkReferences(state, input);
  const times = givenTimes(input);
  if (surveyOfTicket(state, input.ticket_id)) {
    throw taken("ticket_id");
  }
  const id = state.surveys.nextId();
  const blank: SurveyRecord = {
    id,
    body_text: null,
    created_datetime: state.timeline.next(),
    customer_id: input.customer_id,
    meta: null,
    score: null,
    scored_datetime: null,
    sent_datetime: null,
    should_send_datetime: null,
    ticket_id: input.ticket_id,
    uri: `/api/satisfaction-surveys/${id}/`,
  };
  return store(state, actor, blank, input, times);
}

/** @throws ApiError 400 when it would be the second survey of a ticket */
export function updateSurvey(
  state: State,
  actor: Actor,
  before: SurveyRecord,
  input: Schemas["SurveyUpdate"],
): SurveyRecord {
  checkReferences(state, input);
  const times = givenTimes(input);
  const known = input.ticket_id === undefined ? before : surveyOfTicket(state, input.ticket_id);
  if (known && known.id !== before.id) {
    throw invalid("ticket_id", "The ticket has a survey.");
  }
  return store(state, actor, before, input, times);
}

function checkReferences(state: State, { customer_id, ticket_id }: Schemas["SurveyUpdate"]): void {
  if (customer_id !== undefined && !state.customers.has(customer_id)) {
    throw invalid("customer_id", "No such customer.");
  }
  if (ticket_id !== undefined && !state.tickets.has(ticket_id)) {
    throw invalid("ticket_id", "No such ticket.");
  }
}

const TIMES = [
  "created_datetime",
  "scored_datetime",
  "sent_datetime",
  "should_send_datetime",
] as const;

/** The times that a request sets or clears. The time of creation cannot be cleared. */
function givenTimes(input: Schemas["SurveyUpdate"]): Partial<SurveyRecord> {
  const given = TIMES.filter((name) => input[name] !== undefined).filter(
    (name) => name !== "created_datetime" || input[name] !== null,
  );
  return Object.fromEntries(given.map((name) => [name, readTimestamp(input[name], name)]));
}

function store(
  state: State,
  actor: Actor,
  before: SurveyRecord,
  input: Schemas["SurveyUpdate"],
  times: Partial<SurveyRecord>,
): SurveyRecord {
  const survey = { ...before, ...input, ...scoring(state, before, input), ...times };
  state.surveys.set(survey.id, survey);
  const isSent = survey.sent_datetime !== null && before.sent_datetime === null;
  const isAnswered =
    survey.scored_datetime !== null &&
    (survey.scored_datetime !== before.scored_datetime || survey.score !== before.score);
  if (isSent) {
    recordEvent(state, actor, surveyEvent("satisfaction-survey-sent", survey.id));
  }
  if (isAnswered) {
    recordEvent(state, actor, surveyEvent("satisfaction-survey-responded", survey.id));
  }
  return survey;
}

/** A score comes with its time, and goes with it. */
function scoring(
  state: State,
  before: SurveyRecord,
  { score }: Schemas["SurveyUpdate"],
): Partial<SurveyRecord> {
  if (score === undefined || score === before.score) {
    return {};
  }
  return { scored_datetime: score === null ? null : state.timeline.next() };
}

/** Sends the surveys that are due by the clock. */
export function sendDueSurveys(state: State): void {
  const due = [...state.surveys.values()].filter(
    ({ sent_datetime, should_send_datetime }) =>
      !sent_datetime && isPast(state, should_send_datetime),
  );
  for (const survey of due) {
    store(state, newActor(state), survey, {}, { sent_datetime: state.timeline.next() });
  }
}

function surveyEvent(type: string, id: number) {
  return { type, object_type: "SatisfactionSurvey", object_id: id };
}
