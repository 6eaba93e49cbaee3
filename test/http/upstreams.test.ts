import { clock } from "../../src/clock";
import type { Account, ApiRequest } from "../../src/http/apiRequest";
import { authenticate } from "../../src/http/authentication";
import * as pacing from "../../src/http/pacing";
import type { ApiPath } from "../../src/http/path";
import * as transport from "../../src/http/transport";
import { gorgias, storage } from "../../src/http/upstreams";
import { apiKeyConnection } from "../support/integration";

const ORIGIN = "https://green-garden.gorgias.com";
const OK = { status: 200, headers: {}, data: "{}" };
const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "the-api-key" });
const authentication = authenticate(connection);
const READ: ApiRequest = {
  method: "GET",
  path: "/tickets/5" as ApiPath,
  expect: "json",
  effect: "none",
};

afterEach(() => jest.restoreAllMocks());

function accountWith(deadline?: number): Account {
  return { connection, origin: ORIGIN, authentication, deadline } as Account;
}

async function sent(request: ApiRequest, fresh = false, deadline?: number) {
  const transmit = jest.spyOn(transport, "transmit").mockResolvedValue(OK);
  await gorgias(accountWith(deadline)).send(request, fresh);
  return transmit.mock.calls.at(-1)?.[0];
}

describe("Gorgias", () => {
  it("is asked with the account's credentials", async () => {
    expect(await sent(READ, true)).toEqual({
      method: "GET",
      url: `${ORIGIN}/api/tickets/5`,
      headers: {
        accept: "application/json",
        "user-agent": "prismatic-gorgias-component",
        authorization: authentication.authorization,
      },
      body: undefined,
      timeoutMs: 60_000,
      as: "text",
      freshConnection: true,
    });
    expect(gorgias(accountWith())).toMatchObject({ name: "Gorgias", authenticated: true });
  });

  it("is sent a body with its type, and headers that never replace the credentials", async () => {
    const headers = { "x-own": "1", "user-agent": "own", authorization: "other" };
    const request = { ...READ, query: "a=1", body: "{}", contentType: "application/json", headers };
    expect(await sent(request)).toMatchObject({
      url: `${ORIGIN}/api/tickets/5?a=1`,
      body: "{}",
      headers: {
        "x-own": "1",
        "user-agent": "own",
        "content-type": "application/json",
        authorization: authentication.authorization,
      },
      freshConnection: false,
    });
  });

  it("is asked for a file as bytes", async () => {
    expect(await sent({ ...READ, expect: "bytes" })).toMatchObject({
      as: "bytes",
      headers: { accept: "*/*" },
    });
    expect(await sent({ ...READ, expect: "any" })).toMatchObject({ as: "text" });
  });

  it.each(["/../../admin", "/.."])("is never asked for %s", (path) => {
    const transmit = jest.spyOn(transport, "transmit");
    const send = () => gorgias(accountWith()).send({ ...READ, path: path as ApiPath }, false);
    expect(send).toThrow(`${path} leaves the Gorgias API.`);
    expect(transmit).not.toHaveBeenCalled();
  });

  it("has the time of the request, and before a deadline half of what is left", async () => {
    jest.spyOn(clock, "now").mockReturnValue(1_000);
    const timeout = async (timeoutMs?: number, deadline?: number) =>
      (await sent({ ...READ, timeoutMs }, false, deadline))?.timeoutMs;
    expect(await timeout(5_000)).toBe(5_000);
    expect(await timeout(undefined, 1_000_000)).toBe(60_000);
    expect(await timeout(5_000, 3_001)).toBe(1_000);
    expect(await timeout(5_000, 1_000)).toBe(1);
  });

  it("is paced by the account and the kind of its connection", async () => {
    const pacer = { acquire: jest.fn(), onResponse: jest.fn(), pauseFor: jest.fn() };
    const pacerFor = jest.spyOn(pacing, "pacerFor").mockReturnValue(pacer as never);
    const upstream = gorgias(accountWith());
    expect(pacerFor).toHaveBeenCalledWith(`${ORIGIN} gorgias-api-key`, 40);
    await upstream.acquire();
    upstream.onResponse({ ...OK, headers: { "x-gorgias-account-api-call-limit": "1/40" } });
    upstream.onResponse();
    upstream.pauseFor(500);
    expect(pacer.acquire).toHaveBeenCalledTimes(1);
    expect(pacer.onResponse.mock.calls).toEqual([["1/40"], [undefined]]);
    expect(pacer.pauseFor).toHaveBeenCalledWith(500);
  });
});

it("the storage of files is asked without credentials, and not paced", async () => {
  const transmit = jest.spyOn(transport, "transmit").mockResolvedValue(OK);
  const upstream = storage(new URL("https://files.example/b?signature=s"));
  expect(upstream).toMatchObject({ name: "The storage of Gorgias's files", authenticated: false });
  await upstream.acquire();
  await upstream.send({ method: "GET", path: "/b", expect: "bytes", effect: "none" }, true);
  upstream.onResponse(OK);
  upstream.pauseFor(500);
  expect(transmit).toHaveBeenCalledWith({
    method: "GET",
    url: "https://files.example/b?signature=s",
    headers: { accept: "*/*", "user-agent": "prismatic-gorgias-component" },
    timeoutMs: 60_000,
    as: "bytes",
    freshConnection: true,
  });
});
