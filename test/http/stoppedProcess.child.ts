/** A process that sends what it is told to, with the component's client, and tells what came of it. */
import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import { createClient } from "../../src/client";
import type { ApiPath } from "../../src/http/path";

/** What the process is told to send. */
export interface Errand {
  method: "GET" | "POST";
  path: string;
  timeoutMs?: number;
}

/** What came of an errand: the response, or the words of the error. */
export interface Outcome {
  data?: unknown;
  error?: string;
}

const connection: Connection = {
  key: "gorgias-api-key",
  configVarKey: "Gorgias Connection",
  fields: { domain: "green-garden", username: "jane@example.com", apiKey: "key-0123456789" },
};
const logger = { debug() {}, info() {}, warn() {} } as unknown as ActionLogger;
const client = createClient(connection, { logger });

async function perform({ method, path, timeoutMs }: Errand): Promise<Outcome> {
  try {
    const { data } = await client.send({
      method,
      path: path as ApiPath,
      timeoutMs,
      expect: "json",
      ...(method === "GET"
        ? { effect: "none" }
        : {
            effect: "once",
            body: "{}",
            contentType: "application/json",
            creates: { what: "ticket", advice: "look first" },
          }),
    });
    return { data };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

process.on("message", async (errands: Errand[]) => {
  process.send?.(await Promise.all(errands.map(perform)));
});
process.send?.([]);
