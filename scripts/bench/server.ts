/**
 * A sandbox in a process of its own, so that what it does is not counted as the client's. It tells
 * its URL and credentials once it listens, and on request how it has answered so far.
 */
// The first argument is its options, the second how long it takes for each response, ms.
import { type SandboxOptions, startSandbox } from "gorgias-sandbox";
import type { ServerNews } from "./processes";

function tell(news: ServerNews): void {
  process.send?.(news);
}

async function main(): Promise<void> {
  const options: SandboxOptions = JSON.parse(process.argv[2] ?? "{}");
  const sandbox = await startSandbox({ ...options, checkResponses: false });
  const { url, credentials, requests } = sandbox;
  const delayMs = Number(process.argv[3] ?? 0);
  if (delayMs > 0) {
    sandbox.faults.add({ times: Number.POSITIVE_INFINITY, fault: { delayMs } });
  }
  process.on("message", () => {
    const refused = requests.filter(({ status }) => status === 429).length;
    const spanMs = (requests.at(-1)?.at ?? 0) - (requests[0]?.at ?? 0);
    tell({ requests: requests.length, refused, spanMs });
    requests.length = 0;
  });
  tell({ url, credentials });
}

void main();
