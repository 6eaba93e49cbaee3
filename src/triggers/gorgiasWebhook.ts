import { type TriggerPayload, trigger } from "@prismatic-io/spectral";
import { createRunClient } from "../client";
import { createRedactor } from "../http/redaction";
import { choice, list } from "../inputs/clean";
import { input } from "../inputs/field";
import { connection } from "../inputs/shared";
import { ticketEventExample } from "./examples";
import { type EventData, type Ignored, MalformedCall, readCall } from "./webhook/call";
import { EVENT_KEYS } from "./webhook/events";
import { filterInputs, heldBackBy } from "./webhook/filters";
import {
  createToken,
  isToken,
  register,
  registrationIn,
  stateKey,
  TOKEN_PARAMETER,
  unregister,
} from "./webhook/registration";
import { checkRepeat, type Recent } from "./webhook/repeats";

const EVENTS = "Events";

/**
 * Life-cycle: `onInstanceDeploy` and `onInstanceDelete`, which the SDK documents with a page of their
 * own and its test harness can run. `webhookLifecycleHandlers` has neither yet.
 */
export const gorgiasWebhook = trigger({
  display: {
    label: "Gorgias Events",
    description:
      "Runs when something happens in Gorgias. Deploying an instance creates an HTTP integration in Gorgias that calls the flow, deleting the instance removes it. Events take the branch Event; calls that are refused, filtered out or repeated take the branch Ignored with the reason. Gorgias repeats calls: those within two minutes of each other are recognised by event, object and time, unless two runs overlap.",
  },
  inputs: {
    connection,
    events: input(
      {
        label: EVENTS,
        comments:
          "What to run for. A new ticket is told as created and, about a second later, by its first message.",
        example: "ticket-message-created",
        required: true,
      },
      {
        type: "string",
        collection: "valuelist",
        choices: EVENT_KEYS,
        clean: list(EVENTS, {}, choice(EVENTS, EVENT_KEYS)),
      },
    ),
    ...filterInputs,
  },
  scheduleSupport: "invalid",
  synchronousResponseSupport: "valid",
  allowsBranching: true,
  staticBranchNames: ["Event", "Ignored"],
  onInstanceDeploy: async (context, { connection: account, events }) => {
    const key = stateKey(context.flow);
    const known = registrationIn(context.crossFlowState, key);
    const token = known?.token ?? createToken();
    const registration = await register(
      createRunClient(context, account, { secrets: [token] }),
      {
        token,
        webhookUrl: context.webhookUrls[context.flow.name],
        flow: context.flow.name,
        instance: context.instance.name,
        events,
      },
      known,
    );
    return { crossFlowState: { [key]: { ...registration } } };
  },
  onInstanceDelete: async (context, { connection: account }) => {
    const key = stateKey(context.flow);
    const registration = registrationIn(context.crossFlowState, key);
    if (registration) {
      await unregister(
        createRunClient(context, account, { secrets: [registration.token] }),
        registration,
      );
    }
    return { crossFlowState: { [key]: null } };
  },
  perform: async (context, received, { events, connection: _, ...filters }) => {
    const registration = registrationIn(context.crossFlowState, stateKey(context.flow));
    const payload = withoutToken(received, registration?.token);
    if (
      !registration ||
      !isToken(received.queryParameters?.[TOKEN_PARAMETER], registration.token)
    ) {
      return ignore(payload, 401, "The call does not carry the token of this flow.");
    }
    let call: EventData;
    try {
      call = readCall(payload.body.data ?? payload.rawBody.data);
    } catch (error) {
      if (!(error instanceof MalformedCall)) {
        throw error;
      }
      return ignore(payload, 400, error.message);
    }
    if (!(events as readonly string[]).includes(call.event)) {
      return ignore(payload, 200, `The event ${call.event} is not among the chosen ones.`);
    }
    const filter = heldBackBy(call, filters);
    if (filter) {
      return ignore(payload, 200, `The filter ${filter} holds the event back.`);
    }
    const known = (context.instanceState.recentCalls ?? {}) as Recent;
    const { isRepeat, recent } = checkRepeat(call, known, Date.now());
    if (isRepeat) {
      return ignore(payload, 200, `The event ${call.event} was delivered before.`);
    }
    return {
      payload: deliver(payload, call),
      branch: "Event",
      response: answer(200, { status: "received" }),
      instanceState: { recentCalls: recent },
    };
  },
  examplePayload: ticketEventExample,
});

function answer(statusCode: number, body: Record<string, string>) {
  return {
    statusCode,
    contentType: "application/json",
    body: JSON.stringify(body),
  };
}

/** The payload without the token, wherever it stands: what is passed on is logged and shown. */
function withoutToken(payload: TriggerPayload, token = ""): TriggerPayload {
  const { [TOKEN_PARAMETER]: _, ...queryParameters } = payload.queryParameters ?? {};
  return createRedactor({}, [token]).json({ ...payload, queryParameters });
}

function deliver(payload: TriggerPayload, data: EventData | Ignored) {
  return {
    ...payload,
    body: { data, contentType: "application/json" },
  };
}

function ignore(payload: TriggerPayload, statusCode: number, reason: string) {
  return {
    payload: { ...deliver(payload, { reason }), rawBody: { data: null } },
    branch: "Ignored",
    response: answer(statusCode, { status: "ignored", reason }),
  };
}
