/**
 * The records that a sandbox starts with. They depend on the seed and on nothing else: the same
 * seed gives the same records, and ticket 7 is the same among 25 tickets and among 100,000 with as
 * many customers.
 */

import type { CustomerRecord } from "../state/records/customers";
import type { EventRecord } from "../state/records/events";
import type { FieldValue } from "../state/records/fieldValues";
import type { MessageRecord } from "../state/records/messages";
import type { PersonRef } from "../state/records/people";
import type { TicketRecord } from "../state/records/tickets";
import type { State } from "../state/state";
import { formatMicros } from "../timeline";
import { loadActivity } from "./activity";
import {
  AGENT_IDS,
  AUTO_REPLY_RULE_ID,
  BOT_USER_ID,
  FIELD_IDS,
  FIRST_CUSTOMER_ID,
  FIRST_MESSAGE_ID,
  TAG_IDS,
  TEAM_IDS,
} from "./ids";
import { loadLibrary } from "./library";
import { loadReferenceData } from "./reference";

/** Times are microseconds since the epoch. */
const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const FIRST_TICKET_AT = Date.UTC(2025, 0, 6, 8) * 1000;
const TICKET_INTERVAL = 30 * SECOND;
const LONGEST_LIFE = 3 * DAY;

export interface SeedSize {
  tickets: number;
  customers: number;
}

/** What a seed makes of its size; read-only, as all records are, so that states can share it. */
interface SeededRecords {
  customers: readonly CustomerRecord[];
  tickets: readonly TicketRecord[];
  messages: readonly MessageRecord[];
  events: readonly EventRecord[];
}

/** Fills an empty state. Changes made later get later times than anything seeded. */
export function seedState(state: State, size: SeedSize): void {
  const { customers, tickets, messages, events } = seededRecords(state.seed, size);
  loadReferenceData(state);
  state.customers.load(customers);
  state.channels = customers.length;
  state.tickets.load(tickets);
  state.messages.load(messages);
  loadLibrary(state);
  loadActivity(state);
  state.events.load(events);
  state.timeline.startAfter(FIRST_TICKET_AT + size.tickets * TICKET_INTERVAL + LONGEST_LIFE);
  buildOrders(state);
}

let made: { key: string; records: SeededRecords } | undefined;

/** Those made last are kept: a sandbox that is reset needs them again. */
function seededRecords(seed: number, size: SeedSize): SeededRecords {
  const key = `${seed} ${size.tickets} ${size.customers}`;
  if (made?.key !== key) {
    made = { key, records: makeRecords(seed, size) };
  }
  return made.records;
}

function makeRecords(seed: number, size: SeedSize): SeededRecords {
  const events: EventRecord[] = [];
  const customers = makeCustomers(seed, size.customers, events);
  const people = customers.map(({ id }): PersonRef => ({ kind: "customer", id }));
  return { customers, ...makeTickets(seed, size, people, events), events };
}

/** Sorts now what the first list would otherwise have to wait for. */
function buildOrders(state: State): void {
  state.tickets.ordered("created_datetime");
  state.tickets.ordered("updated_datetime");
  state.customers.ordered("created_datetime");
  state.customers.ordered("updated_datetime");
  state.messages.ordered("created_datetime");
  state.messages.grouped("ticket_id", 0);
  state.events.ordered("created_datetime");
}

const NAMES = "Ada Bo Cleo Dev Eli Fay Gus Hana Ines Jun Kofi Lea Mo Nia Oto Pia".split(" ");
const SURNAMES = "Abara Brandt Cruz Dumas Eriksen Faure Gray Horvat Ito Jansen Kaya".split(" ");
const LANGUAGES = ["en", "en", "fr", "de", null];
const TIMEZONES = ["Europe/Paris", "America/New_York", "Asia/Tokyo", null];

function makeCustomers(seed: number, count: number, events: EventRecord[]): CustomerRecord[] {
  const customers = Array.from({ length: count }, (_, index) => seedCustomer(seed, index, count));
  for (const { id, created_datetime } of customers) {
    events.push(seedEvent(events.length, "customer-created", "Customer", id, created_datetime));
  }
  return customers;
}

function seedCustomer(seed: number, index: number, count: number): CustomerRecord {
  const random = randomOf(seed, 1, index);
  const id = FIRST_CUSTOMER_ID + index;
  const created = FIRST_TICKET_AT - (count - index) * TICKET_INTERVAL - random(SECOND);
  const time = formatMicros(created);
  const email = `customer${id}@example.com`;
  const channel = { id: index + 1, type: "email", address: email, preferred: true };
  return {
    id,
    external_id: random(4) === 0 ? `shop-${id}` : null,
    email,
    name: `${pick(NAMES, random)} ${pick(SURNAMES, random)}`,
    language: pick(LANGUAGES, random),
    timezone: pick(TIMEZONES, random),
    note: null,
    channels: [
      { ...channel, created_datetime: time, updated_datetime: time, deleted_datetime: null },
    ],
    created_datetime: time,
    updated_datetime: formatMicros(created + random(TICKET_INTERVAL)),
    data: null,
    data_version: null,
    field_values: NO_VALUES,
  };
}

const NO_VALUES: ReadonlyMap<number, FieldValue> = new Map();
const NO_TAGS: readonly number[] = [];

function makeTickets(
  seed: number,
  size: SeedSize,
  people: readonly PersonRef[],
  events: EventRecord[],
): { tickets: TicketRecord[]; messages: MessageRecord[] } {
  const tickets: TicketRecord[] = [];
  const messages: MessageRecord[] = [];
  for (let index = 0; index < size.tickets; index++) {
    const random = randomOf(seed, 2, index);
    const customer = people[random(people.length)] as PersonRef;
    const thread = seedThread(index, messages.length, customer, random);
    messages.push(...thread);
    const ticket = seedTicket(index, customer, thread, random);
    tickets.push(ticket);
    pushTicketEvents(events, ticket, thread);
  }
  return { tickets, messages };
}

const SUBJECTS = ["Where is my order", "Wrong size in order", "Refund for order", "Change order"];
const QUESTIONS = [
  "Hello, could you please look into this for me? Thank you.",
  "Hi there, I ordered last week and have not heard anything since.",
  "The parcel arrived, but it is not what I ordered. What can we do?",
];
const REPLIES = [
  "Thanks for reaching out! I am looking into it and will be back shortly.",
  "I have just checked with the warehouse: it leaves today.",
];

/** One to three messages: a question, then replies by an agent or a rule. */
function seedThread(
  index: number,
  offset: number,
  customer: PersonRef,
  random: Random,
): MessageRecord[] {
  const start = FIRST_TICKET_AT + index * TICKET_INTERVAL + random(TICKET_INTERVAL);
  const subject = `${pick(SUBJECTS, random)} #${10_001 + index}?`;
  const agent = agentRef(pick(AGENT_IDS, random));
  return Array.from({ length: 1 + random(3) }, (_, n) => {
    const reply = n > 0;
    const automatic = n === 1 && random(10) === 0;
    const time = formatMicros(start + n * random(DAY));
    const author = automatic ? agentRef(BOT_USER_ID) : agent;
    return {
      id: FIRST_MESSAGE_ID + offset + n,
      ticket_id: index + 1,
      channel: "email",
      via: automatic ? "rule" : "email",
      from_agent: reply,
      sender: reply ? author : customer,
      receiver: reply ? customer : null,
      subject,
      body_text: pick(reply ? REPLIES : QUESTIONS, random),
      created_datetime: time,
      sent_datetime: time,
      ...(automatic && { rule_id: AUTO_REPLY_RULE_ID }),
    };
  });
}

function seedTicket(
  index: number,
  customer: PersonRef,
  thread: readonly MessageRecord[],
  random: Random,
): TicketRecord {
  const [{ created_datetime: created }] = thread as [MessageRecord];
  const times = thread.map((message) => message.created_datetime).sort();
  const newest = times.at(-1) ?? created;
  const updated = random(2) === 0 ? newest : laterThan(newest, random(DAY / 2));
  const closed = random(5) < 2;
  const id = index + 1;
  return {
    id,
    external_id: random(10) === 0 ? `ext-${id}` : null,
    language: pick(LANGUAGES, random),
    status: closed ? "closed" : "open",
    priority: pick(["normal", "normal", "normal", "low", "high", "critical"] as const, random),
    channel: "email",
    via: "email",
    from_agent: false,
    customer_id: customer.id,
    assignee_user_id: random(2) === 0 ? pick(AGENT_IDS, random) : null,
    assignee_team_id: random(3) === 0 ? pick(TEAM_IDS, random) : null,
    subject: thread[0]?.subject ?? null,
    meta: null,
    tag_ids: random(2) === 0 ? NO_TAGS : [pick(TAG_IDS, random)],
    field_values: random(4) === 0 ? new Map([[FIELD_IDS.text, `SKU-${id}`]]) : NO_VALUES,
    is_unread: random(3) === 0,
    spam: random(50) === 0,
    imported: false,
    created_datetime: created,
    updated_datetime: updated,
    opened_datetime: null,
    last_received_message_datetime: created,
    last_message_datetime: newest,
    closed_datetime: closed ? updated : null,
    snooze_datetime: null,
    trashed_datetime: random(20) === 0 ? updated : null,
  };
}

function laterThan(time: string, micros: number): string {
  const millis = Date.parse(time);
  return formatMicros(millis * 1000 + SECOND + micros);
}

function pushTicketEvents(
  events: EventRecord[],
  ticket: TicketRecord,
  thread: readonly MessageRecord[],
): void {
  const push = (type: string, kind: string, id: number, time: string) =>
    events.push(seedEvent(events.length, type, kind, id, time));
  push("ticket-created", "Ticket", ticket.id, ticket.created_datetime);
  for (const message of thread) {
    push("ticket-message-created", "TicketMessage", message.id, message.created_datetime);
  }
  if (ticket.closed_datetime !== null) {
    push("ticket-closed", "Ticket", ticket.id, ticket.closed_datetime);
  }
}

/** Seeded events come before chain 1, which is the first request's: theirs count down from 0. */
function seedEvent(
  index: number,
  type: string,
  object_type: string,
  object_id: number,
  created_datetime: string,
): EventRecord {
  return {
    id: index + 1,
    type,
    object_type,
    object_id,
    user_id: null,
    created_datetime,
    data: null,
    chain: -index,
  };
}

const agentRefs = new Map<number, PersonRef>();

/** One object a user, shared by all messages. */
function agentRef(id: number): PersonRef {
  const ref = agentRefs.get(id) ?? { kind: "user", id };
  agentRefs.set(id, ref);
  return ref;
}

/** A whole number from 0 up to but not including the limit. */
type Random = (limit: number) => number;

function pick<T>(items: readonly T[], random: Random): T {
  return items[random(items.length)] as T;
}

/** A stream of numbers of its own for every record (mulberry32). */
function randomOf(seed: number, stream: number, index: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream, 0x85ebca6b) ^ index) | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
