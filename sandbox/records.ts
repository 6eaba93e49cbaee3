/**
 * Records made, changed and removed by a test, behind Gorgias's back: nothing is checked, no event is
 * written, no integration is called, and no other record changes.
 */
import type { Identified } from "./collection";
import { newActor } from "./state/actor";
import type { CustomerRecord } from "./state/records/customers";
import type { EventRecord } from "./state/records/events";
import type { MessageRecord } from "./state/records/messages";
import type { SurveyRecord } from "./state/records/satisfactionSurveys";
import { BLANK_TICKET, type TicketRecord } from "./state/records/tickets";
import type { State } from "./state/state";
import { normalizeTimestamp } from "./timeline";

/** Times may be written in any form that the API takes. */
export interface RecordControls<R, Needed extends keyof R = never> {
  /** Whatever is left out gets a plain value; times left out are now. */
  add(values: Partial<R> & Pick<R, Needed>): R;
  /** Moves the updated time to now unless it is given. @throws RangeError without such a record */
  change(id: number, values: Partial<R>): R;
  /** @throws RangeError without such a record */
  remove(id: number): void;
}

export interface Records {
  tickets: RecordControls<TicketRecord>;
  customers: RecordControls<CustomerRecord>;
  messages: RecordControls<MessageRecord, "ticket_id">;
  events: RecordControls<EventRecord, "type" | "object_type" | "object_id">;
  surveys: RecordControls<SurveyRecord, "ticket_id" | "customer_id">;
}

export function recordControls(state: State): Records {
  return {
    tickets: controls(state, "tickets", newTicket),
    customers: controls(state, "customers", newCustomer),
    messages: controls(state, "messages", newMessage),
    events: controls(state, "events", newEvent),
    surveys: controls(state, "surveys", newSurvey),
  };
}

type Make<R> = (state: State, id: number, values: Partial<R>) => R;

/** @param name of the collection; `reset` replaces the collections themselves */
function controls<R extends Identified, Needed extends keyof R>(
  state: State,
  name: keyof Records,
  make: Make<R>,
): RecordControls<R, Needed> {
  const collection = () => state[name] as unknown as Map<number, R> & { nextId(): number };
  const existing = (id: number) => {
    const record = collection().get(id);
    if (!record) {
      throw new RangeError(`There is no ${id} among the ${name}.`);
    }
    return record;
  };
  const store = (record: R) => {
    collection().set(record.id, record);
    return record;
  };
  return {
    add: (values) => {
      const given = withTimes(values as Partial<R>);
      return store(make(state, given.id ?? collection().nextId(), given));
    },
    change: (id, values) => {
      const record = existing(id);
      const moved = "updated_datetime" in record && { updated_datetime: state.timeline.next() };
      return store({ ...record, ...moved, ...withTimes(values) });
    },
    remove: (id) => {
      existing(id);
      collection().delete(id);
    },
  };
}

/** @throws RangeError for what is no time */
function withTimes<R extends object>(values: R): R {
  const entries = Object.entries(values).map(([name, value]) => {
    const time = name.endsWith("_datetime") && typeof value === "string";
    return [name, time ? readTime(value) : value];
  });
  return Object.fromEntries(entries);
}

function readTime(text: string): string {
  const time = normalizeTimestamp(text);
  if (time === undefined) {
    throw new RangeError(`"${text}" is not a time.`);
  }
  return time;
}

const newTicket: Make<TicketRecord> = (state, id, values) => ({
  ...BLANK_TICKET,
  id,
  channel: "email",
  via: "email",
  subject: `Ticket ${id}`,
  ...lifetime(state, values),
  ...values,
});

const newCustomer: Make<CustomerRecord> = (state, id, values) => ({
  id,
  external_id: null,
  email: null,
  name: `Customer ${id}`,
  language: null,
  timezone: null,
  note: null,
  channels: [],
  data: null,
  data_version: null,
  field_values: new Map(),
  ...lifetime(state, values),
  ...values,
});

const newMessage: Make<MessageRecord> = (state, id, values) => {
  const created = values.created_datetime ?? state.timeline.next();
  const customerId = state.tickets.get(values.ticket_id ?? 0)?.customer_id ?? null;
  return {
    id,
    ticket_id: 0,
    channel: "email",
    via: "email",
    from_agent: false,
    sender: customerId === null ? null : { kind: "customer", id: customerId },
    receiver: null,
    subject: null,
    body_text: `Message ${id}`,
    sent_datetime: created,
    ...values,
    created_datetime: created,
  };
};

const newEvent: Make<EventRecord> = (state, id, values) => ({
  id,
  type: "",
  object_type: "",
  object_id: 0,
  user_id: null,
  data: null,
  chain: newActor(state).chain,
  created_datetime: values.created_datetime ?? state.timeline.next(),
  ...values,
});

const newSurvey: Make<SurveyRecord> = (state, id, values) => ({
  id,
  body_text: null,
  customer_id: null,
  ticket_id: null,
  created_datetime: values.created_datetime ?? state.timeline.next(),
  meta: null,
  score: null,
  scored_datetime: null,
  sent_datetime: null,
  should_send_datetime: null,
  uri: `/api/satisfaction-surveys/${id}/`,
  ...values,
});

interface Lifetime {
  created_datetime: string;
  updated_datetime: string;
}

/** Both times from either; nothing changes before it exists. */
function lifetime(state: State, given: Partial<Lifetime>): Lifetime {
  const now = state.timeline.next();
  const { updated_datetime: updated } = given;
  const created =
    given.created_datetime ?? (updated !== undefined && updated < now ? updated : now);
  return { created_datetime: created, updated_datetime: updated ?? created };
}
