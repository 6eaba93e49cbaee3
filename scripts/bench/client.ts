/** A process that walks all tickets when it is told to, and reports what that took. */
import { memoryUsage, resourceUsage } from "node:process";
import type { ListEnvelope } from "../../src/lists";
import { runnerFor } from "../component";
import { sandboxConnections } from "../target";
import { walkBare } from "./bareLoop";
import type { WalkOrder, WalkReport } from "./processes";

async function walk({ walker, by, url, credentials }: WalkOrder): Promise<unknown[]> {
  if (walker === "bare") {
    return walkBare(url, `Bearer ${credentials.accessToken}`);
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

async function report(order: WalkOrder): Promise<WalkReport> {
  const heldBefore = heldNow();
  const rssBefore = memoryUsage.rss();
  const startedAt = performance.now();
  const records = await walk(order);
  const ms = performance.now() - startedAt;
  // Linux and macOS both count the peak in kilobytes here.
  const peakGrowth = resourceUsage().maxRSS * 1_024 - rssBefore;
  return { ms, peakGrowth, held: heldNow() - heldBefore, records: records.length };
}

process.on("message", async (order: WalkOrder) => {
  process.send?.(await report(order));
});
