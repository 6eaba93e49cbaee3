import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
let child: ChildProcess | undefined;
afterEach(() => child?.kill());

/** Runs the command until it ends, or until it has printed a text. */
function run(args: string[], until?: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = "";
    const started = spawn(process.execPath, ["--import", "tsx", "sandbox/cli.ts", ...args], {
      cwd: ROOT,
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        if (until && output.includes(until)) {
          resolve({ code: null, output });
        }
      });
    }
    started.on("close", (code) => resolve({ code, output }));
  });
}

it("starts a sandbox and prints how to use it", async () => {
  const { output } = await run(["--port", "0", "--tickets", "3", "--no-limit"], "Ctrl-C");
  const [, url] = /GORGIAS_SANDBOX_URL=(\S+)/.exec(output) ?? [];
  const [, token] = /Bearer (\S+)/.exec(output) ?? [];
  expect(output).toContain(`Gorgias sandbox with 3 tickets at ${url}`);
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/tickets`, { headers });
  expect(((await response.json()) as { data: unknown[] }).data).toHaveLength(3);
});

it("shows lists that are not perfect, as told", async () => {
  const oddities = ["--late", "60000", "--times", "null", "--unsorted"];
  const { output } = await run(["--port", "0", "--tickets", "9", ...oddities], "Ctrl-C");
  const [, url] = /GORGIAS_SANDBOX_URL=(\S+)/.exec(output) ?? [];
  const [, token] = /Bearer (\S+)/.exec(output) ?? [];
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const ids = async (path: string) => {
    const { data } = (await (await fetch(`${url}${path}`, { headers })).json()) as {
      data: { id: number; created_datetime: string | null }[];
    };
    expect(data.map(({ created_datetime }) => created_datetime)).toEqual(data.map(() => null));
    return data.map(({ id }) => id);
  };
  const order = await ids("/api/tickets?order_by=created_datetime:asc");
  expect(order).toHaveLength(9);
  expect(order).not.toEqual([...order].sort());
  const body = JSON.stringify({ subject: "Late" });
  await fetch(`${url}/api/tickets/3`, { method: "PUT", headers, body });
  expect(await ids("/api/tickets")).toHaveLength(8);
});

it("explains itself", async () => {
  const { code, output } = await run(["--help"]);
  expect([code, output]).toEqual([0, expect.stringContaining("Usage: gorgias-sandbox")]);
});

it.each([
  [["--bogus"], "Unknown option '--bogus'"],
  [["extra"], "Unexpected argument 'extra'"],
  [["--times", "odd"], "--times must be one of live, documented, utc,"],
  [["--tickets", "many"], '--tickets must be a whole number, not "many"'],
])("refuses %j", async (args, reason) => {
  const { code, output } = await run(args);
  expect(code).toBe(1);
  expect(output).toContain(reason);
  expect(output).toContain("Usage:");
});
