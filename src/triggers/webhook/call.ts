import { toEventKey } from "./events";

/** A call of Gorgias's, read: what happened, and all that Gorgias told of it. */
export interface EventData {
  event: string;
  ticket?: Record<string, unknown>;
  message?: Record<string, unknown>;
  customer?: Record<string, unknown>;
  [key: string]: unknown;
}

/** Why a call is not delivered. */
export interface Ignored {
  reason: string;
}

/** A body that is no call of the integration that the trigger created. */
export class MalformedCall extends Error {}

/**
 * Reads the body of a call: `{event, context}`, the context as an object or as text that holds one.
 *
 * @throws MalformedCall with the reason.
 */
export function readCall(body: unknown): EventData {
  const { event: name, context: given } = asObject(body, "body");
  const context = asObject(given, "context");
  const named = context.event as { type?: unknown } | string | null | undefined;
  const event = toEventKey(name) ?? toEventKey(typeof named === "object" ? named?.type : named);
  if (event === undefined) {
    throw new MalformedCall("The body does not name an event.");
  }
  const customer = nested(context, "customer");
  return { ...context, ...(customer === undefined ? {} : { customer }), event } as EventData;
}

function asObject(value: unknown, what: string): Record<string, unknown> {
  let parsed = value;
  if (Buffer.isBuffer(parsed)) {
    parsed = parsed.toString("utf8");
  }
  if (typeof parsed === "string") {
    try {
      parsed = JSON.parse(parsed);
    } catch {
      throw new MalformedCall(`The ${what} is not JSON.`);
    }
  }
  if (parsed === null || typeof parsed !== "object" || Array.isArray(parsed)) {
    throw new MalformedCall(`The ${what} is not a JSON object.`);
  }
  return parsed as Record<string, unknown>;
}

function nested(context: Record<string, unknown>, key: string): unknown {
  const { [key]: own, ticket } = context;
  return own ?? (ticket as Record<string, unknown> | null | undefined)?.[key];
}
