/** A process that reads all tickets when it is told to, and reports what that took. */
import { memoryUsage, resourceUsage } from "node:process";
import type { ListEnvelope } from "../../src/lists";
import { runnerFor } from "../component";
import { sandboxConnections } from "../target";
import { readAllBare } from "./bareLoop";
import type { ReadAllOrder, ReadAllReport, SharedOrder, SharedReport } from "./processes";

async function readAll({ reader, by, url, credentials }: ReadAllOrder): Promise<unknown[]> {
  if (reader === "bare") {
    return readAllBare(url, `Bearer ${credentials.accessToken}`);
  }
  process.env.GORGIAS_SANDBOX_URL = url;
  const { action } = runnerFor(sandboxConnections(credentials)[by]);
  const { data } = await action<ListEnvelope<unknown>>("listTickets", { fetchAll: "true" });
  return data.data;
}

function heldNow(): number {
  global.gc?.();
  const { heapUsed, external } = memoryUsage();
  return heapUsed + external;
}

async function report(order: ReadAllOrder): Promise<ReadAllReport> {
  const heldBefore = heldNow();
  const rssBefore = memoryUsage.rss();
  const startedAt = performance.now();
  const records = await readAll(order);
  const ms = performance.now() - startedAt;
  // Linux and macOS both count the peak in kilobytes here.
  const peakGrowth = resourceUsage().maxRSS * 1_024 - rssBefore;
  return { ms, peakGrowth, held: heldNow() - heldBefore, records: records.length };
}

const NEW_TICKET = {
  customer: { email: "alice@example.com" },
  messages: [{ channel: "api", via: "api", from_agent: false, body_text: "Where is my parcel?" }],
};

async function share({ work, times, url, credentials }: SharedOrder): Promise<SharedReport> {
  process.env.GORGIAS_SANDBOX_URL = url;
  const { action } = runnerFor(sandboxConnections(credentials).apiKey);
  const works = {
    create: () => action("createTicket", NEW_TICKET),
    read: () => action("getTicket", { id: 1 }),
    readAll: () => action("listTickets", { fetchAll: "true" }),
  };
  const failures: string[] = [];
  for (let time = 0; time < times; time += 1) {
    await works[work]().catch((error: Error) => failures.push(error.message));
  }
  return { failures };
}

process.on("message", async (order: ReadAllOrder | SharedOrder) => {
  process.send?.("work" in order ? await share(order) : await report(order));
});
