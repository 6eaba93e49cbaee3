import { isJsonObject } from "../../jsonObject";
import { toEventKey } from "./events";
import { fromJsonText } from "./json";
import { isNothing, readTemplateText } from "./templateText";

/** A call of Gorgias's, read: what happened, and all that Gorgias told of it. */
export interface EventData {
  /** The event's name, such as `ticket-message-created`. */
  event: string;
  ticket?: Record<string, unknown>;
  message?: Record<string, unknown>;
  customer?: Record<string, unknown>;
  /** What Gorgias tells of the event itself: id, user, context, time. */
  event_details?: Record<string, unknown>;
  [key: string]: unknown;
}

/** Why a call is not delivered. */
export interface Ignored {
  reason: string;
}

/** A body that is no call of the integration that the trigger created. */
export class MalformedCall extends Error {}

const RECORDS = ["ticket", "message", "customer"] as const;

/**
 * Reads the body of a call: the context, itself or as `context` of an object, as an object or as JSON
 * text.
 *
 * @param named the event's name as the call's URL holds it.
 * @throws MalformedCall with the reason.
 */
export function readCall(body: unknown, named?: unknown): EventData {
  const outer = asObject(body, "body");
  const isNested = "context" in outer && !hasRecord(outer);
  const context = isNested ? asObject(outer.context, "context") : outer;
  const details = eventDetails(context) ?? eventDetails(outer);
  const event = [named, outer.event, details?.type, context.event].map(toEventKey).find(isFound);
  if (event === undefined) {
    throw new MalformedCall("The call does not name an event.");
  }
  const { event: _, ...rest } = context;
  const records = recordsOf(context);
  if (!records.ticket && !records.message) {
    throw new MalformedCall("The context holds neither a ticket nor a message.");
  }
  const others = Object.entries(rest).filter(
    ([key]) => !(RECORDS as readonly string[]).includes(key),
  );
  return {
    ...Object.fromEntries(others),
    ...records,
    ...(details ? { event_details: readTemplateText(details) } : {}),
    event,
  };
}

/** A form can name records beside the context: a template without one leaves an empty text. */
function hasRecord(outer: Record<string, unknown>): boolean {
  return ["ticket", "message"].some((name) => isJsonObject(fromJsonText(outer[name])));
}

function recordsOf(context: Record<string, unknown>): Pick<EventData, (typeof RECORDS)[number]> {
  const records: Partial<Record<(typeof RECORDS)[number], Record<string, unknown>>> = {};
  for (const name of RECORDS) {
    const value = fromJsonText(context[name]);
    if (isJsonObject(value)) {
      records[name] = readTemplateText(value);
    }
  }
  const customer = records.customer ?? customerOf(records.ticket);
  return { ...records, ...(customer ? { customer } : {}) };
}

/** A ticket has its customer nested, or as an id only. */
function customerOf(ticket: Record<string, unknown> = {}): Record<string, unknown> | undefined {
  if (isJsonObject(ticket.customer)) {
    return ticket.customer;
  }
  return isNothing(ticket.customer_id) ? undefined : { id: ticket.customer_id };
}

function eventDetails({ event }: Record<string, unknown>): Record<string, unknown> | undefined {
  const details = fromJsonText(event);
  return isJsonObject(details) ? details : undefined;
}

function asObject(value: unknown, what: string): Record<string, unknown> {
  const parsed = fromJsonText(value);
  if (typeof parsed === "string") {
    throw new MalformedCall(`The ${what} is not JSON.`);
  }
  if (!isJsonObject(parsed)) {
    throw new MalformedCall(`The ${what} is not a JSON object.`);
  }
  return parsed;
}

function isFound(name: string | undefined): boolean {
  return name !== undefined;
}
