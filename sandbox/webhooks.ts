/** Calls the URLs of HTTP integrations, after the request that gave rise to it. */
import { setMaxListeners } from "node:events";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { newActor } from "./state/actor";
import { countWebhookCall, type TriggerName } from "./state/integrations";
import type { IntegrationRecord } from "./state/records/integrations";
import type { State } from "./state/state";
import { type RenderedCall, renderCall, type TemplateScope } from "./webhookTemplate";
import { templateScope, type WebhookTickets, type WebhookTrigger } from "./webhookTriggers";

/** How Gorgias writes the names of events; receivers have seen both. */
export type EventNames = "hyphenated" | "dotted";

/** One call of an HTTP integration. */
export interface WebhookCall {
  integrationId: number;
  /** The trigger, always hyphenated. */
  event: TriggerName;
  method: string;
  url: string;
  headers: Record<string, string>;
  /** The form as filled in; undefined when it went into the query, or when there is none. */
  body: unknown;
  /** What the receiver answered, 0 until then; "refused" was not sent, as it is not for loopback. */
  status: number | "failed" | "refused";
}

export interface WebhooksOptions {
  state: State;
  /** Repeat every call after this many ms. */
  repeatMs: number | undefined;
  /** Give a receiver up after this many ms. */
  timeoutMs: number;
  names: EventNames;
  tickets: WebhookTickets;
}

export class Webhooks {
  /** Calls in the order in which they were sent. */
  readonly calls: WebhookCall[] = [];
  readonly #options: WebhooksOptions;
  readonly #pending = new Set<Promise<void>>();
  /** The last call of each integration: its calls go out one after the other. */
  readonly #last = new Map<number, Promise<void>>();
  #stop = newStop();

  constructor(options: WebhooksOptions) {
    this.#options = options;
  }

  /** Calls every integration that wants to know. What is sent is settled now, not when it is sent. */
  trigger(triggers: readonly WebhookTrigger[]): void {
    const { state, names, tickets } = this.#options;
    for (const found of triggers) {
      const { trigger } = found;
      const wanted = [...state.integrations.values()].filter(
        ({ http, deactivated_datetime }) => http?.triggers?.[trigger] && !deactivated_datetime,
      );
      const eventName = names === "dotted" ? trigger.replace(/-/g, ".") : trigger;
      const scope = templateScope(state, found, { eventName, tickets });
      for (const { id, http } of scope ? wanted : []) {
        const rendered = renderCall(http ?? {}, scope as TemplateScope);
        this.#enqueue({
          integrationId: id,
          event: trigger,
          ticketId: found.ticketId,
          rendered,
          isRepetition: false,
        });
      }
    }
  }

  /** Resolves when every call has been answered, repetitions included. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) {
      await Promise.all(this.#pending);
    }
  }

  /** Drops whatever is still to be sent or under way. */
  stop(): void {
    this.#stop.abort();
    this.#stop = newStop();
    this.#pending.clear();
    this.#last.clear();
  }

  #enqueue(delivery: Delivery): void {
    const { signal } = this.#stop;
    const previous = this.#last.get(delivery.integrationId) ?? nextTurn();
    const sent = previous.then(() => this.#deliver(delivery, signal));
    this.#last.set(delivery.integrationId, sent);
    this.#track(sent);
  }

  #track(work: Promise<void>): void {
    this.#pending.add(work);
    work.finally(() => this.#pending.delete(work));
  }

  async #deliver(delivery: Delivery, signal: AbortSignal): Promise<void> {
    if (signal.aborted || !this.#active(delivery)) {
      return;
    }
    const { integrationId, event, rendered } = delivery;
    const { payload, ...shown } = rendered;
    const call: WebhookCall = { integrationId, event, ...shown, status: 0 };
    this.calls.push(call);
    if (!isLoopback(rendered.url)) {
      call.status = "refused";
      return;
    }
    const response = await send(rendered, signal, this.#options.timeoutMs);
    call.status = response.status;
    if (!signal.aborted) {
      this.#store(delivery, response.json);
    }
    this.#count(delivery, typeof call.status === "number" && call.status < 300, signal);
    if (this.#options.repeatMs !== undefined && !delivery.isRepetition) {
      this.#track(this.#repeat(delivery, this.#options.repeatMs, signal));
    }
  }

  async #repeat(delivery: Delivery, afterMs: number, signal: AbortSignal): Promise<void> {
    await sleep(afterMs, undefined, { ref: false, signal }).catch(() => {});
    if (!signal.aborted) {
      this.#enqueue({ ...delivery, isRepetition: true });
    }
  }

  /** A JSON response, an error's too, becomes data of the ticket's customer (recorded). */
  #store({ integrationId, ticketId }: Delivery, json: unknown): void {
    const { state } = this.#options;
    const customer = state.customers.get(state.tickets.get(ticketId)?.customer_id ?? 0);
    if (customer && typeof json === "object" && json !== null) {
      const data = { ...json, __integration_type__: "http" };
      const integrations = { ...customer.integrations, [integrationId]: data };
      state.customers.set(customer.id, { ...customer, integrations });
    }
  }

  #count(delivery: Delivery, succeeded: boolean, signal: AbortSignal): void {
    const { state } = this.#options;
    const integration = this.#active(delivery);
    if (integration && !signal.aborted) {
      countWebhookCall(state, newActor(state), integration, succeeded);
    }
  }

  /** The integration unless it is deactivated or gone by now. */
  #active({ integrationId }: Delivery): IntegrationRecord | undefined {
    const integration = this.#options.state.integrations.get(integrationId);
    return integration?.deactivated_datetime ? undefined : integration;
  }
}

/** A call on its way. */
interface Delivery {
  integrationId: number;
  event: TriggerName;
  ticketId: number;
  rendered: RenderedCall;
  isRepetition: boolean;
}

function newStop(): AbortController {
  const controller = new AbortController();
  // Every repetition that waits is a listener.
  setMaxListeners(0, controller.signal);
  return controller;
}

/** How a receiver answered: the status, and what it said if that was JSON. */
interface ReceiverResponse {
  status: number | "failed";
  json?: unknown;
}

async function send(
  { url, method, headers, payload }: RenderedCall,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<ReceiverResponse> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: payload ?? null,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return { status: response.status, json: parse(await response.text()) };
  } catch {
    return { status: "failed" };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Nothing ever leaves this machine. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) {
    return false;
  }
  const { hostname, protocol } = new URL(url);
  return (
    /^https?:$/.test(protocol) &&
    (hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname))
  );
}
