import { handlers } from "../handlers";
import { type Sandbox, type SandboxOptions, startSandbox } from "../index";

const original = handlers["get-account"];
afterEach(() => {
  handlers["get-account"] = original;
});

/** The API's view of its account, which a test has made wrong. */
async function readAccount({ url, credentials }: Sandbox) {
  const response = await fetch(`${url}/api/account`, {
    headers: { authorization: `Bearer ${credentials.accessToken}` },
  });
  return { status: response.status, body: await response.json() };
}

function start(handler: unknown, options: SandboxOptions = {}): Promise<Sandbox> {
  handlers["get-account"] = handler as typeof original;
  return startSandbox(options);
}

describe("a response that breaks the contract", () => {
  it.each([
    ["a wrong body", () => ({ status: 200, body: { domain: 7 } }), "get-account 200"],
    [
      "a wrong status",
      () => ({ status: 204, body: undefined }),
      "status 204 is not in the contract",
    ],
    [
      "a crash",
      () => {
        throw new Error("boom");
      },
      "boom",
    ],
  ])("(%s) becomes a 500 that says so, and close throws", async (_, handler, reason) => {
    const sandbox = await start(handler);
    expect(await readAccount(sandbox)).toEqual({
      status: 500,
      body: { error: { msg: expect.stringContaining(reason) } },
    });
    await expect(sandbox.close()).rejects.toThrow(reason);
  });

  it("is let through with checkResponses: false", async () => {
    const sandbox = await start(() => ({ status: 200, body: {} }), { checkResponses: false });
    expect(await readAccount(sandbox)).toEqual({ status: 200, body: {} });
    await sandbox.close();
  });
});

it("an operation without a handler answers 501", async () => {
  const sandbox = await start(undefined);
  expect(await readAccount(sandbox)).toEqual({
    status: 501,
    body: { error: { msg: expect.stringContaining("get-account") } },
  });
  await sandbox.close();
});
