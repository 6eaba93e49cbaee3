import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { SpectralError } from "@prismatic-io/spectral";
import type { GorgiasClient } from "../../client";
import { GorgiasError } from "../../http/errors";
import { path } from "../../http/path";
import { EVENT_KEYS } from "./events";

const TOKEN_BYTES = 32;
/** A secret that nobody guesses. */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString("hex");
}

export const TOKEN_PARAMETER = "token";

/** The HTTP integration that calls a flow, and the secret that its calls prove themselves with. */
export interface Registration {
  integrationId: number;
  token: string;
}

/** Where a flow's registration is kept: life-cycle functions have no state of one flow alone. */
export function stateKey(flow: { stableId?: string; id?: string; name?: string }): string {
  return `gorgiasWebhook:${flow.stableId ?? flow.id ?? flow.name}`;
}

export function registrationIn(
  state: Record<string, unknown>,
  key: string,
): Registration | undefined {
  const kept = state[key] as Partial<Registration> | null | undefined;
  return typeof kept?.integrationId === "number" && typeof kept.token === "string"
    ? (kept as Registration)
    : undefined;
}

/** Compares in constant time, whatever the lengths. */
export function isToken(given: unknown, token: string): boolean {
  return timingSafeEqual(hash(typeof given === "string" ? given : ""), hash(token));
}

/**
 * Gorgias fills `{{…}}` in when it calls; `{{context}}` holds everything there is (contract, README
 * "Webhooks").
 */
const FORM = { event: "{{event.type}}", context: "{{context}}" };

interface Wanted {
  /** What the calls are to prove themselves with. */
  token: string;
  webhookUrl: string | undefined;
  flow: string;
  instance: string;
  events: readonly string[];
}

/**
 * Makes Gorgias call the flow: updates the integration of an earlier deploy, or creates one.
 *
 * @returns what is to be kept for the calls and for the removal.
 */
export async function register(
  client: GorgiasClient,
  { token, webhookUrl, flow, instance, events }: Wanted,
  known?: Registration,
): Promise<Registration> {
  const http = settingsOf(addressOf(webhookUrl, flow, token), events);
  const name = `Prismatic: ${instance}, ${flow}`;
  if (known) {
    try {
      // An integration that Gorgias has switched off after failures is switched on again.
      const update = { name, http, deactivated_datetime: null };
      await client.put(path`/integrations/${known.integrationId}`, update);
      return known;
    } catch (error) {
      if (!isGone(error)) {
        throw error;
      }
    }
  }
  const created = await client.post<{ id: number }>(
    path`/integrations`,
    { name, type: "http", http },
    {
      creates: {
        what: "HTTP integration",
        advice: "look under Settings, HTTP integrations, and delete it before you deploy again",
      },
    },
  );
  return { integrationId: created.id, token };
}

/** Removes the integration that was registered, and no other. One that is gone is no failure. */
export async function unregister(client: GorgiasClient, known: Registration): Promise<void> {
  try {
    await client.delete(path`/integrations/${known.integrationId}`);
  } catch (error) {
    if (!isGone(error)) {
      throw error;
    }
  }
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function settingsOf(url: string, events: readonly string[]) {
  return {
    url,
    method: "POST",
    request_content_type: "application/json",
    response_content_type: "application/json",
    form: FORM,
    // All are named, so that a later deploy with fewer events turns the others off.
    triggers: Object.fromEntries(EVENT_KEYS.map((key) => [key, events.includes(key)])),
  };
}

function addressOf(webhookUrl: string | undefined, flow: string, token: string): string {
  if (!webhookUrl || !URL.canParse(webhookUrl)) {
    throw new SpectralError(`The flow ${flow} has no webhook address that Gorgias could call.`);
  }
  const url = new URL(webhookUrl);
  url.searchParams.set(TOKEN_PARAMETER, token);
  return url.href;
}

function isGone(error: unknown): boolean {
  return error instanceof GorgiasError && error.status === 404;
}
