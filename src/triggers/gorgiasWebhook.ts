import { type ActionContext, type TriggerPayload, trigger } from "@prismatic-io/spectral";
import { clock } from "../clock";
import { list, text } from "../inputs/clean";
import { input } from "../inputs/input";
import { refuse } from "../inputs/refusal";
import { connection } from "../inputs/shared";
import { isJsonObject } from "../jsonObject";
import { messageEventExample } from "./examples";
import { EVENT_PARAMETER, isToken, TOKEN_PARAMETER } from "./webhook/address";
import { type EventData, type Ignored, MalformedCall, readCall } from "./webhook/call";
import { EVENT_KEYS, toEventKey } from "./webhook/events";
import { type Filters, failedFilter, filterInputs } from "./webhook/filters";
import { fromJsonText } from "./webhook/json";
import { createWebhook, deleteWebhook } from "./webhook/lifecycle";
import { withoutCredentials } from "./webhook/payload";
import { registrationIn, stateKey } from "./webhook/registration";
import { checkRepeat, type Recent } from "./webhook/repeats";

const EVENTS = "Events";

export const gorgiasWebhook = trigger({
  display: {
    label: "Gorgias Events",
    description:
      "Runs when something happens in Gorgias. While the instance is enabled, an HTTP integration in Gorgias for each chosen event calls the flow. Events take the branch Event; calls that are refused, filtered out or repeated take the branch Ignored with the reason.",
  },
  inputs: {
    connection,
    events: input(
      {
        label: EVENTS,
        comments:
          "What to run for. A new ticket gives two events: ticket created and, about a second later, message created.",
        example: "ticket-message-created",
        required: true,
      },
      {
        type: "string",
        collection: "valuelist",
        choices: EVENT_KEYS,
        clean: cleanEvents,
      },
    ),
    ...filterInputs,
  },
  scheduleSupport: "invalid",
  synchronousResponseSupport: "valid",
  allowsBranching: true,
  staticBranchNames: ["Event", "Ignored"],
  webhookLifecycleHandlers: {
    create: (context, { connection: account, events }) => createWebhook(context, account, events),
    delete: (context, { connection: account }) => deleteWebhook(context, account),
  },
  perform: async (context, received, { events, connection: _, ...filters }) => {
    const registration = registrationIn(context.crossFlowState, stateKey(context.flow));
    const keys = context.webhookApiKeys?.[context.flow.name] ?? [];
    const payload = withoutCredentials(received, [registration?.token, ...keys]);
    const named = received.queryParameters?.[EVENT_PARAMETER];
    if (context.isSimulatedTestExecution) {
      return deliver(payload, readTest(payload, named, events));
    }
    const given = received.queryParameters?.[TOKEN_PARAMETER];
    if (!registration || !isToken(given, registration.token)) {
      return ignore(context, payload, "The call does not carry the token of this flow.", 401);
    }
    const call = readOrReason(payload, named);
    if (typeof call === "string") {
      return ignore(context, payload, call);
    }
    const reason = reasonToIgnore(call, events, filters);
    if (reason) {
      return ignore(context, payload, reason);
    }
    const known = (context.instanceState?.recentCalls ?? {}) as Recent;
    const { isRepeat, recent } = checkRepeat(call, bytesOf(payload), known, clock.date());
    const instanceState = { ...context.instanceState, recentCalls: recent };
    return isRepeat
      ? {
          ...ignore(context, payload, `The event ${call.event} was delivered before.`),
          instanceState,
        }
      : { ...deliver(payload, call), instanceState };
  },
  examplePayload: messageEventExample,
});

/** Names of events, each once. Gorgias can know more than are offered (contract, schema `Triggers`). */
function cleanEvents(value: unknown): string[] {
  return [...new Set(list(EVENTS, {}, cleanEvent)(value))];
}

function cleanEvent(value: unknown): string {
  const event = toEventKey(text(EVENTS)(value));
  if (event === undefined) {
    throw refuse(EVENTS, `must be names such as ${EVENT_KEYS.join(", ")}`, value);
  }
  return event;
}

/** @returns the call, or why it is none. */
function readOrReason(payload: TriggerPayload, named: unknown): EventData | string {
  try {
    return readCall(payload.body?.data ?? payload.rawBody?.data, named);
  } catch (error) {
    if (error instanceof MalformedCall) {
      return error.message;
    }
    throw error;
  }
}

/** A builder's test: whatever they typed is delivered, as an event where it reads as one. */
function readTest(payload: TriggerPayload, named: unknown, events: readonly string[]): EventData {
  const body = payload.body?.data ?? payload.rawBody?.data;
  const event = toEventKey(named) ?? nameIn(body) ?? (events[0] as string);
  const call = readOrReason(payload, event);
  if (typeof call !== "string") {
    return call;
  }
  const data = fromJsonText(body);
  return { ...(isJsonObject(data) ? data : {}), event };
}

function nameIn(body: unknown): string | undefined {
  const data = fromJsonText(body);
  const event = isJsonObject(data) ? data.event : undefined;
  return toEventKey(isJsonObject(event) ? event.type : event);
}

function reasonToIgnore(
  call: EventData,
  events: readonly string[],
  filters: Filters,
): string | undefined {
  return events.includes(call.event)
    ? failedFilter(call, filters)
    : `The event ${call.event} is not among the chosen ones.`;
}

/** The body as it came, or at least what it was read as. */
function bytesOf({ rawBody, body }: TriggerPayload): string {
  const given = rawBody?.data ?? body?.data;
  return typeof given === "string" ? given : JSON.stringify(given);
}

/**
 * Gorgias keeps a JSON response as data of the ticket's customer (contract, webhook
 * `httpIntegrationCall`), and a body left out would be the platform's own JSON.
 */
function emptyResponse(statusCode: number) {
  return { statusCode, contentType: "text/plain", body: "" };
}

function withData(payload: TriggerPayload, data: EventData | Ignored) {
  return { ...payload, body: { data, contentType: "application/json" } };
}

function deliver(payload: TriggerPayload, data: EventData) {
  return { payload: withData(payload, data), branch: "Event", response: emptyResponse(200) };
}

function ignore(
  { logger }: ActionContext,
  payload: TriggerPayload,
  reason: string,
  statusCode = 200,
) {
  logger.info(`The call was ignored. ${reason}`);
  return {
    payload: { ...withData(payload, { reason }), rawBody: { data: null } },
    branch: "Ignored",
    response: emptyResponse(statusCode),
  };
}
