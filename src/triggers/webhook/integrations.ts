import type { GorgiasClient } from "../../client";
import type { RouteResponse } from "../../contract/routes";
import { InputError } from "../../errors";
import { GorgiasError } from "../../http/errors";
import { path } from "../../http/path";
import { iteratePages } from "../../lists";
import { callUrl, eventIn, leadsToFlow } from "./address";
import { EVENT_KEYS } from "./events";
import type { Registration } from "./registration";

/**
 * The one form proven in production: the body of a call is then the context, as JSON (contract,
 * README "Webhooks"). Inside an object it would arrive as text.
 */
const FORM = "{{context}}";
const API_KEY_HEADER = "Api-Key";

type Integration = RouteResponse<"GET /integrations/{id}">;

/** The flow that Gorgias is to call. */
export interface FlowAddress {
  /** The flow's own address. */
  webhookUrl: string | undefined;
  /** What the flow's address asks for in a header, if it does. */
  apiKey: string | undefined;
  flow: string;
  instance: string;
}

/**
 * Makes Gorgias call the flow, by one HTTP integration for each event: those that are there are
 * updated, missing ones created, and those for other events deleted. Which are there is looked up in
 * Gorgias: those whose URL leads to this flow, so also leftovers of a deployment that broke off.
 *
 * @param known ids of an earlier deployment in this account.
 * @returns the id of each event's integration.
 */
export async function register(
  client: GorgiasClient,
  address: FlowAddress,
  token: string,
  events: readonly string[],
  known: Registration | undefined,
): Promise<Record<string, number>> {
  const { webhookUrl, flow } = address;
  if (!webhookUrl || !URL.canParse(webhookUrl)) {
    throw new InputError(`The flow ${flow} has no webhook address that Gorgias could call.`, {});
  }
  const present = await findIntegrations(client, address, known);
  const { assigned, surplus } = assign(present, events);
  const registered: Record<string, number> = {};
  for (const event of events) {
    const settings = settingsOf(address, callUrl(webhookUrl, token, event), event);
    registered[event] = await updateOrCreate(client, assigned.get(event), settings, address.apiKey);
  }
  for (const { id } of surplus) {
    await remove(client, id);
  }
  return registered;
}

/** What `unregister` had to leave in Gorgias. */
export interface Remains {
  /** Ids of integrations; none when they could not be looked up and none was known. */
  ids: number[];
  /** The first failure. */
  reason: unknown;
}

/**
 * Removes all integrations that lead to the flow, and no other. One that cannot be removed keeps none
 * of the others, and those that are known by their ids are removed when Gorgias refuses to list any.
 *
 * @returns undefined when nothing is left.
 */
export async function unregister(
  client: GorgiasClient,
  address: Pick<FlowAddress, "webhookUrl">,
  known: Registration | undefined,
): Promise<Remains | undefined> {
  const failures: { id?: number; reason: unknown }[] = [];
  const isOwn = leadingTo(address, known);
  const listed = await listIntegrations(client).catch((reason: unknown) => {
    failures.push({ reason });
    return new Map<number, Integration>();
  });
  const knownIds = idsOf(known);
  for (const id of new Set([...knownIds, ...listed.keys()])) {
    try {
      const integration = knownIds.includes(id)
        ? await readUnlessListed(client, listed, id)
        : listed.get(id);
      if (integration && isOwn(integration)) {
        await remove(client, id);
      }
    } catch (reason) {
      failures.push({ id, reason });
    }
  }
  const ids = failures.flatMap(({ id }) => id ?? []);
  return failures[0] && { ids, reason: failures[0].reason };
}

/** The integrations that lead to the flow, oldest first. */
async function findIntegrations(
  client: GorgiasClient,
  address: Pick<FlowAddress, "webhookUrl">,
  known: Registration | undefined,
): Promise<Integration[]> {
  const found = await listIntegrations(client);
  for (const id of idsOf(known)) {
    const integration = await readUnlessListed(client, found, id);
    if (integration) {
      found.set(id, integration);
    }
  }
  return [...found.values()].filter(leadingTo(address, known)).sort((a, b) => a.id - b.id);
}

/** All HTTP integrations of the account, by id. */
async function listIntegrations(client: GorgiasClient): Promise<Map<number, Integration>> {
  const pages = iteratePages<Integration>(client, path`/integrations`, { type: "http" });
  const listed = new Map<number, Integration>();
  for await (const { records } of pages) {
    for (const integration of records) {
      listed.set(integration.id, integration);
    }
  }
  return listed;
}

function idsOf(known: Registration | undefined): number[] {
  return Object.values(known?.integrations ?? {});
}

/** What a list leaves out can be there all the same. @returns undefined for what is gone. */
async function readUnlessListed(
  client: GorgiasClient,
  listed: ReadonlyMap<number, Integration>,
  id: number,
): Promise<Integration | undefined> {
  const integration = listed.get(id);
  return integration?.http?.url ? integration : read(client, id);
}

/** Does an integration lead to the flow? An id alone proves nothing. */
function leadingTo(
  { webhookUrl }: Pick<FlowAddress, "webhookUrl">,
  known: Registration | undefined,
): (integration: Integration) => boolean {
  const own = { webhookUrl, token: known?.token };
  return ({ type, deleted_datetime, http }) =>
    type === "http" && !deleted_datetime && leadsToFlow(http?.url ?? "", own);
}

/** One integration for each event; what is left over is for none of them, or is a double. */
function assign(
  present: readonly Integration[],
  events: readonly string[],
): { assigned: Map<string, Integration>; surplus: Integration[] } {
  const assigned = new Map<string, Integration>();
  const surplus: Integration[] = [];
  for (const integration of present) {
    const event = eventIn(integration.http?.url ?? "");
    if (event !== undefined && events.includes(event) && !assigned.has(event)) {
      assigned.set(event, integration);
    } else {
      surplus.push(integration);
    }
  }
  return { assigned, surplus };
}

interface Settings {
  name: string;
  http: {
    url: string;
    method: "POST";
    request_content_type: "application/json";
    response_content_type: "application/json";
    form: string;
    triggers: Record<string, boolean>;
  };
}

function settingsOf({ instance, flow }: FlowAddress, url: string, event: string): Settings {
  return {
    name: `Prismatic: ${instance}, ${flow}, ${event}`,
    http: {
      url,
      method: "POST",
      request_content_type: "application/json",
      response_content_type: "application/json",
      form: FORM,
      // All are named, so that an update turns the others off.
      triggers: Object.fromEntries([...EVENT_KEYS, event].map((key) => [key, key === event])),
    },
  };
}

async function updateOrCreate(
  client: GorgiasClient,
  present: Integration | undefined,
  { name, http }: Settings,
  apiKey: string | undefined,
): Promise<number> {
  if (present) {
    const headers = headersFor(apiKey, present.http?.headers);
    try {
      await client.request("PUT /integrations/{id}", {
        id: present.id,
        name,
        http: { ...http, ...headers },
        // An integration that Gorgias has switched off after failures is switched on again.
        deactivated_datetime: null,
      });
      return present.id;
    } catch (error) {
      if (!isGone(error)) {
        throw error;
      }
    }
  }
  const { id } = await client.request(
    "POST /integrations",
    { name, type: "http", http: { ...http, ...headersFor(apiKey) } },
    {
      creates: {
        what: "HTTP integration",
        advice: "deploy again, which takes up what was created",
      },
    },
  );
  return id;
}

/** The header of an address that asks for a key, beside what is there; nothing when neither is. */
function headersFor(
  apiKey: string | undefined,
  present?: unknown,
): { headers?: Record<string, string> | null } {
  const others = Object.entries((present ?? {}) as Record<string, string>).filter(
    ([name]) => name.toLowerCase() !== API_KEY_HEADER.toLowerCase(),
  );
  const headers = {
    ...Object.fromEntries(others),
    ...(apiKey ? { [API_KEY_HEADER]: apiKey } : {}),
  };
  if (Object.keys(headers).length > 0) {
    return { headers };
  }
  return present ? { headers: null } : {};
}

async function read(client: GorgiasClient, id: number): Promise<Integration | undefined> {
  try {
    return await client.request("GET /integrations/{id}", { id });
  } catch (error) {
    if (isGone(error)) {
      return undefined;
    }
    throw error;
  }
}

async function remove(client: GorgiasClient, id: number): Promise<void> {
  try {
    await client.request("DELETE /integrations/{id}", { id });
  } catch (error) {
    if (!isGone(error)) {
      throw error;
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof GorgiasError && error.status === 404;
}
