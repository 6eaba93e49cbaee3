import type { ActionContext, Connection } from "@prismatic-io/spectral";
import { createRunClient, type GorgiasClient } from "../../client";
import { clock } from "../../clock";
import { accountIdentity } from "../../http/account";
import { createToken } from "./address";
import { type FlowAddress, type Remains, register, unregister } from "./integrations";
import { type Registration, registrationIn, stateKey } from "./registration";

/** The platform ends these functions after 30 s; the rest is for the platform itself. */
const TIME_LIMIT_MS = 25_000;

/** Runs when an instance is deployed or enabled, and when a builder starts to listen. */
export async function createWebhook(
  context: ActionContext,
  connection: unknown,
  events: readonly string[],
) {
  const key = stateKey(context.flow);
  const kept = registrationIn(context.crossFlowState, key);
  const account = accountIdentity(connection as Connection);
  const known = isOf(kept, account) ? kept : undefined;
  if (kept && !known) {
    warnOfOldAccount(context, kept);
  }
  const token = known?.token ?? createToken();
  const address = addressOf(context);
  const client = clientOf(context, connection, [token, kept?.token, address.apiKey]);
  const integrations = await register(client, address, token, events, known);
  const registration: Registration = { account, token, integrations };
  return { crossFlowState: { ...context.crossFlowState, [key]: registration } };
}

/**
 * Runs when an instance is disabled or deleted, and when a builder stops to listen. Never fails: an
 * instance must be deletable when its credentials are revoked. The log then says what is left.
 */
export async function deleteWebhook(context: ActionContext, connection: unknown) {
  const key = stateKey(context.flow);
  const kept = registrationIn(context.crossFlowState, key);
  const own = Object.values(kept?.integrations ?? {});
  try {
    const known = isOf(kept, accountIdentity(connection as Connection)) ? kept : undefined;
    if (kept && !known) {
      warnOfOldAccount(context, kept);
    }
    const address = addressOf(context);
    const client = clientOf(context, connection, [kept?.token, address.apiKey]);
    const remains = await unregister(client, address, known);
    if (remains) {
      warnOfRemains(context, kept, remains);
      return { crossFlowState: { ...context.crossFlowState } };
    }
    return { crossFlowState: { ...context.crossFlowState, [key]: null } };
  } catch (reason) {
    warnOfRemains(context, kept, { ids: own, reason });
    return { crossFlowState: { ...context.crossFlowState } };
  }
}

function warnOfRemains(
  { logger }: ActionContext,
  kept: Registration | undefined,
  { ids, reason }: Remains,
): void {
  const which = ids.length > 0 ? ` ${ids.join(", ")}` : " of this flow, if there are any,";
  const where = kept?.account ? ` in ${kept.account}` : "";
  const why = reason instanceof Error ? reason.message : String(reason);
  logger.warn(
    `The HTTP integrations${which}${where} could not be deleted and are left: delete them in Gorgias under Settings, HTTP integrations. ${why}`,
  );
}

/** A registration of an earlier release names no account: its integrations are told by their URLs. */
function isOf(kept: Registration | undefined, account: string): boolean {
  return kept !== undefined && (kept.account === "" || kept.account === account);
}

function warnOfOldAccount(
  { logger }: ActionContext,
  { account, integrations }: Registration,
): void {
  const ids = Object.values(integrations).join(", ");
  logger.warn(
    `The connection was moved to another Gorgias account. The HTTP integrations ${ids} are left in ${account}: delete them there under Settings, HTTP integrations.`,
  );
}

function addressOf({ flow, instance, webhookUrls, webhookApiKeys }: ActionContext): FlowAddress {
  return {
    webhookUrl: webhookUrls?.[flow.name],
    apiKey: webhookApiKeys?.[flow.name]?.[0],
    flow: flow.name,
    instance: instance.name,
  };
}

function clientOf(
  context: ActionContext,
  connection: unknown,
  secrets: readonly (string | undefined)[],
): GorgiasClient {
  return createRunClient(context, connection, {
    secrets: secrets.filter((secret) => secret !== undefined),
    deadline: clock.now() + TIME_LIMIT_MS,
  });
}
