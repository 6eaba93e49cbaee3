/** Brings a sandbox to where a recorded request makes sense, and fills in the ids of its records. */
import type { Sandbox } from "gorgias-sandbox";
import { bearerAuth, call } from "../support/sandboxClient";

export interface ParityRequest {
  method: string;
  path: string;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** What a `$name` in a request stands for: found in the sandbox, or made there. */
const RECORDS: Record<string, (sandbox: Sandbox) => unknown> = {
  customer: (sandbox) => customerOf(sandbox).id,
  email: (sandbox) => customerOf(sandbox).email,
  name: (sandbox) => customerOf(sandbox).name,
  message: ({ state }) => [...state.messages.values()].find((it) => it.ticket_id === 1)?.id,
  event: ({ state }) => [...state.events.values()][0]?.id,
  survey: ({ state }) => [...state.surveys.values()][0]?.id,
  fieldticket: () => 1,
  job: async (sandbox) => (await createJob(sandbox)).id,
};

/** @returns the request with the ids of the sandbox's own records. */
export async function arrange(
  sandbox: Sandbox,
  request: ParityRequest,
  operation: string,
): Promise<ParityRequest> {
  await BEFORE[operation]?.(sandbox);
  const text = JSON.stringify(request);
  const names = [...new Set([...text.matchAll(/\$([a-z]+)/g)].map(([, name = ""]) => name))];
  const values = new Map<string, unknown>();
  for (const name of names) {
    values.set(name, await RECORDS[name]?.(sandbox));
  }
  return JSON.parse(text, (_, value) =>
    typeof value === "string" ? filled(value, values) : value,
  );
}

/** What has to be there before. */
const BEFORE: Record<string, (sandbox: Sandbox) => Promise<unknown>> = {
  "delete-ticket-custom-field": (sandbox) =>
    call(sandbox, "PUT", "/api/tickets/1/custom-fields/301", "late parcel"),
  "update-ticket": (sandbox) =>
    call(sandbox, "PUT", "/api/tickets/1/custom-fields/301", "late parcel"),
  // One survey a ticket: the seeded one makes room.
  "create-satisfaction-survey": async ({ state }) => state.surveys.clear(),
};

/** A text that is a name alone becomes the value itself, a number too. */
function filled(text: string, values: ReadonlyMap<string, unknown>): unknown {
  const [, only] = /^\$([a-z]+)$/.exec(text) ?? [];
  return only
    ? values.get(only)
    : text.replaceAll(/\$([a-z]+)/g, (_, name) => String(values.get(name)));
}

function customerOf({ state }: Sandbox) {
  const id = state.tickets.get(1)?.customer_id;
  const customer = state.customers.get(Number(id));
  if (!customer) {
    throw new Error("The sandbox's first ticket has no customer.");
  }
  return customer;
}

async function createJob(sandbox: Sandbox): Promise<{ id: number }> {
  const { body } = await call(
    sandbox,
    "POST",
    "/api/jobs",
    {
      type: "applyMacro",
      params: { macro_id: 751, ticket_ids: [1], apply_and_close: false },
      scheduled_datetime: new Date(Date.now() + 30 * 60_000).toISOString(),
    },
    { authorization: bearerAuth(sandbox) },
  );
  return body;
}
