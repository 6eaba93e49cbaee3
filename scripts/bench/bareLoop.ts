import { Agent, get } from "node:http";

interface Page {
  data: unknown[];
  meta: { next_cursor: string | null };
}

const agent = new Agent({ keepAlive: true });

/**
 * The least that reads a list to its end: a kept connection, parsed pages, one array. No retries, no
 * pacing, no check of anything. What the component does is measured against it.
 */
export async function readAllBare(origin: string, authorization: string): Promise<unknown[]> {
  const records: unknown[] = [];
  let cursor: string | null = null;
  do {
    const url = new URL("/api/tickets?limit=100", origin);
    if (cursor) {
      url.searchParams.set("cursor", cursor);
    }
    const page = await read(url, authorization);
    records.push(...page.data);
    cursor = page.meta.next_cursor;
  } while (cursor);
  return records;
}

function read(url: URL, authorization: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString()));
        } catch (error) {
          reject(error);
        }
      });
    }).on("error", reject);
  });
}
