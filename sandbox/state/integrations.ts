/** Integrations; those of type http are Gorgias's webhooks. */
import type { Schemas } from "../contract/types";
import { ApiError, invalid } from "../errors";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import type { IntegrationRecord } from "./records/integrations";
import { ruleMentioning } from "./rules";
import type { State } from "./state";
import { readTimestamp } from "./timestamps";

const TRIGGERS = [
  "ticket-created",
  "ticket-updated",
  "ticket-message-created",
  "ticket-self-unsnoozed",
  "ticket-message-failed",
  "ticket-assignment-updated",
  "ticket-status-updated",
  "ticket-handed-over",
] as const;

/** What the sandbox calls an HTTP integration for. The contract leaves the names open. */
export type TriggerName = (typeof TRIGGERS)[number];

const NO_TRIGGERS: Schemas["Triggers"] = Object.fromEntries(TRIGGERS.map((name) => [name, false]));

export type HttpSettings = NonNullable<IntegrationRecord["http"]>;

export function createIntegration(
  state: State,
  actor: Actor,
  { http, deactivated_datetime, ...input }: Schemas["IntegrationCreate"],
): IntegrationRecord {
  const deactivated = readTimestamp(deactivated_datetime, "deactivated_datetime");
  const id = state.integrations.nextId();
  const now = state.timeline.next();
  const integration: IntegrationRecord = {
    decoration: null,
    description: null,
    managed: false,
    business_hours_id: null,
    ...input,
    id,
    created_datetime: now,
    updated_datetime: now,
    deactivated_datetime: deactivated,
    locked_datetime: null,
    http: http ? { id, oauth2: null, ...httpSettings(http, NO_TRIGGERS) } : null,
    meta: null,
    user: { id: actor.userId },
    application_id: null,
    uri: `/api/integrations/${id}/`,
  };
  state.integrations.set(id, integration);
  recordEvent(state, actor, integrationEvent("integration-created", id));
  return integration;
}

/** @throws ApiError 400 for HTTP settings of an integration of another type */
export function updateIntegration(
  state: State,
  actor: Actor,
  before: IntegrationRecord,
  { http, deactivated_datetime, ...input }: Schemas["IntegrationUpdate"],
): IntegrationRecord {
  if (http && before.type !== "http") {
    throw invalid("http", "Only an HTTP integration has HTTP settings.");
  }
  const triggers = before.http?.triggers ?? NO_TRIGGERS;
  const changed: IntegrationRecord = {
    ...before,
    ...input,
    ...(http && {
      http: { id: before.id, oauth2: null, ...before.http, ...httpSettings(http, triggers) },
    }),
    ...(deactivated_datetime !== undefined && {
      deactivated_datetime: readTimestamp(deactivated_datetime, "deactivated_datetime"),
    }),
    updated_datetime: state.timeline.next(),
  };
  state.integrations.set(before.id, changed);
  recordActivation(state, actor, before, changed);
  recordEvent(state, actor, integrationEvent("integration-updated", before.id));
  return changed;
}

/** The secret is write-only, and nothing is signed with it. Triggers not named stay as they are. */
function httpSettings(
  { hmac_secret, triggers, ...settings }: Schemas["HttpIntegrationPatch"],
  known: object,
): Partial<HttpSettings> {
  return { ...settings, triggers: { ...known, ...triggers } };
}

function recordActivation(
  state: State,
  actor: Actor,
  before: IntegrationRecord,
  after: IntegrationRecord,
): void {
  if (Boolean(before.deactivated_datetime) === Boolean(after.deactivated_datetime)) {
    return;
  }
  state.webhookFailures.delete(after.id);
  const type = after.deactivated_datetime ? "integration-deactivated" : "integration-reactivated";
  recordEvent(state, actor, integrationEvent(type, after.id));
}

/** Calls in a row that fail before Gorgias calls no more (contract, `httpIntegrationCall`). */
const FAILURES_UNTIL_DEACTIVATED = 100;

/** Counts the outcome of a call; too many failures in a row deactivate the integration. */
export function countWebhookCall(
  state: State,
  actor: Actor,
  integration: IntegrationRecord,
  succeeded: boolean,
): void {
  const failures = succeeded ? 0 : (state.webhookFailures.get(integration.id) ?? 0) + 1;
  state.webhookFailures.set(integration.id, failures);
  if (failures >= FAILURES_UNTIL_DEACTIVATED) {
    const now = state.timeline.next();
    const changed = { ...integration, deactivated_datetime: now, updated_datetime: now };
    state.integrations.set(integration.id, changed);
    recordActivation(state, actor, integration, changed);
  }
}

/** @throws ApiError 409 when a rule uses the integration */
export function deleteIntegration(state: State, actor: Actor, { id }: IntegrationRecord): void {
  const rule = ruleMentioning(state, id);
  if (rule) {
    throw new ApiError(409, `The integration is used by rule ${rule.id}.`);
  }
  state.integrations.delete(id);
  recordEvent(state, actor, integrationEvent("integration-deleted", id));
}

function integrationEvent(type: string, id: number) {
  return { type, object_type: "Integration", object_id: id };
}
