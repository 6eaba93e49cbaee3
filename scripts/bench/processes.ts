/** The benchmark's processes: servers that answer, clients that read all of a list. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Credentials, SandboxOptions } from "gorgias-sandbox";

/** What a server tells: where it is, then what it was asked. */
export type ServerNews = ServerAddress | ServerTally;

export interface ServerAddress {
  url: string;
  credentials: Credentials;
}

export interface ServerTally {
  requests: number;
  /** Of them, answered 429. */
  refused: number;
  /** From the first of them to the last, ms. */
  spanMs: number;
}

/** How a client reads a list: by the component's Fetch All, or by the shortest loop that does the same. */
export type Reader = "component" | "bare";

export interface ReadAllOrder extends ServerAddress {
  reader: Reader;
  /** Whose bucket is used. */
  by: "apiKey" | "oauth2";
}

/** What one of several processes does, one after the other, with the API key that all share. */
export interface SharedOrder extends ServerAddress {
  work: "create" | "read" | "readAll";
  times: number;
}

/** How often it failed. */
export interface SharedReport {
  failures: string[];
}

export interface ReadAllReport {
  records: number;
  ms: number;
  /** What the process took from the system at most, over what it had before, bytes. */
  peakGrowth: number;
  /** Live heap and buffers with the result in hand, over those before, bytes. */
  held: number;
}

export interface BenchServer extends ServerAddress {
  /** What it was asked since it was last asked for this. */
  tally(): Promise<ServerTally>;
}

/** Lends a server, and stops it afterwards. @param latencyMs what it takes for each response. */
export async function withServer<T>(
  options: SandboxOptions,
  use: (server: BenchServer) => Promise<T>,
  latencyMs = 0,
): Promise<T> {
  const child = start("server.ts", [JSON.stringify(options), String(latencyMs)]);
  try {
    const address = await answerOf<ServerAddress>(child);
    return await use({ ...address, tally: () => ask(child, {}) });
  } finally {
    await stop(child);
  }
}

/** Lends a client, and stops it afterwards. The order says by which of the two loops it reads. */
export async function withClient<T>(
  use: (readAll: (order: ReadAllOrder) => Promise<ReadAllReport>) => Promise<T>,
): Promise<T> {
  const child = start("client.ts", [], ["--expose-gc"]);
  try {
    return await use((order) => ask(child, order));
  } finally {
    await stop(child);
  }
}

/** Gives each of so many processes the same work at once. */
export async function workSideBySide(count: number, order: SharedOrder): Promise<SharedReport> {
  const children = Array.from({ length: count }, () => start("client.ts", []));
  try {
    // All are loaded before the first request.
    await Promise.all(children.map((child) => ask(child, { ...order, times: 0 })));
    const reports = await Promise.all(children.map((child) => ask<SharedReport>(child, order)));
    return { failures: reports.flatMap(({ failures }) => failures) };
  } finally {
    await Promise.all(children.map(stop));
  }
}

function start(script: string, args: readonly string[], flags: readonly string[] = []) {
  return fork(path.join(__dirname, script), args, {
    execArgv: ["--import", "tsx", ...flags],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

/** @throws Error when the process ends instead of answering. */
async function answerOf<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  const death = once(child, "exit", { signal: ended.signal }).then(() => {
    throw new Error("A process of the benchmark ended before it answered.");
  });
  try {
    const [response] = await Promise.race([once(child, "message"), death]);
    return response as T;
  } finally {
    ended.abort();
    death.catch(() => undefined);
  }
}

function ask<T>(child: ChildProcess, question: object): Promise<T> {
  const response = answerOf<T>(child);
  child.send(question);
  return response;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) {
    return;
  }
  const ended = once(child, "exit");
  child.kill();
  await ended;
}
