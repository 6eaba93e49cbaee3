/** An export of another helpdesk, imported by one action for each conversation, and then once more. */
import { startSandbox } from "gorgias-sandbox";
import { type Runner, runnerFor } from "../component";
import { sandboxConnections } from "../target";

/** Of one run over the whole export. */
export interface Import {
  requests: number;
  created: number;
}

const RATE_LIMIT = { apiKey: 100_000, oauth2: 100_000 };

/** @throws Error when a customer was mailed, or the account holds other tickets than the export. */
export async function importTwice(
  conversations: number,
): Promise<{ first: Import; repeated: Import }> {
  const sandbox = await startSandbox({ tickets: 0, rateLimit: RATE_LIMIT, checkResponses: false });
  const { credentials, requests, sentMessages, state } = sandbox;
  process.env.GORGIAS_SANDBOX_URL = sandbox.url;
  const { action } = runnerFor(sandboxConnections(credentials).oauth2);
  const run = async (): Promise<Import> => {
    const before = requests.length;
    const created = await importAll(action, conversations);
    return { requests: requests.length - before, created };
  };
  try {
    const first = await run();
    const repeated = await run();
    if (sentMessages.length > 0 || state.tickets.size !== conversations) {
      throw new Error(
        `The import left ${state.tickets.size} tickets and mailed ${sentMessages.length} messages.`,
      );
    }
    return { first, repeated };
  } finally {
    delete process.env.GORGIAS_SANDBOX_URL;
    await sandbox.close();
  }
}

async function importAll(action: Runner["action"], conversations: number): Promise<number> {
  let created = 0;
  for (let index = 1; index <= conversations; index += 1) {
    const { data } = await action<{ created: boolean }>("importTicket", conversation(index));
    created += Number(data.created);
  }
  return created;
}

function conversation(index: number) {
  const asked = new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString();
  const answered = new Date(Date.UTC(2024, 0, 1, 1, index)).toISOString();
  return {
    external_id: `zendesk-${index}`,
    customer_email: "dana@example.com",
    subject: `Conversation ${index}`,
    messages: [
      { from_agent: false, body_text: "Where is my order?", sent_datetime: asked },
      { from_agent: true, body_text: "It left this morning.", sent_datetime: answered },
    ],
    from_address: "help@old-helpdesk.example",
  };
}
