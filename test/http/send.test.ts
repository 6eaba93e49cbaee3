import type { ApiRequest } from "../../src/http/apiRequest";
import { authenticate } from "../../src/http/authentication";
import type { GorgiasError } from "../../src/http/errors";
import type { ApiPath } from "../../src/http/path";
import { createSender } from "../../src/http/send";
import * as transport from "../../src/http/transport";
import { useClock } from "../support/http";
import { apiKeyConnection, recordingLogger } from "../support/integration";

useClock({ isStill: true });

const ORIGIN = "https://green-garden.gorgias.com";
const FILES = "https://files.example";
const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "the-api-key" });
const READ = {
  method: "GET",
  path: "/tickets/5" as ApiPath,
  expect: "json",
  effect: "none",
} as const;
const FILE = "/attachment/download/a/b" as ApiPath;

type Answer = Partial<transport.OutgoingRequest> & {
  status: number;
  location?: string;
  data?: string;
};

/** What a sender does, each of whose requests is answered so; the last answer stands for all others. */
async function outcomeOf(
  work: (sender: ReturnType<typeof createSender>) => Promise<unknown>,
  answers: (Answer | Error)[],
) {
  const sent: transport.OutgoingRequest[] = [];
  jest.spyOn(transport, "transmit").mockImplementation(async (request) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)] as Answer | Error;
    sent.push(request);
    if (answer instanceof Error) {
      throw answer;
    }
    const { status, location, data = "{}" } = answer;
    return { status, headers: { ...(location !== undefined && { location }) }, data };
  });
  const { logger, lines } = recordingLogger();
  const authentication = authenticate(connection);
  const sender = createSender({
    connection,
    origin: ORIGIN,
    authentication,
    logger: logger as never,
    debug: false,
    secrets: [],
  });
  let result: unknown;
  let error: GorgiasError | undefined;
  try {
    result = await work(sender);
  } catch (thrown) {
    error = thrown as GorgiasError;
  }
  return { result, error, sent, lines, urls: sent.map(({ url }) => url) };
}

function send(request: ApiRequest, answers: (Answer | Error)[]) {
  return outcomeOf((sender) => sender.send(request), answers);
}

function readFile(answers: (Answer | Error)[]) {
  return outcomeOf((sender) => sender.readFile(FILE), answers);
}

const MERGED: Answer = { status: 301, location: "/api/tickets/77" };

describe("a read of a merged record", () => {
  it("follows it, with its query, and says so", async () => {
    const { result, urls, lines } = await send({ ...READ, query: "a=1" }, [
      MERGED,
      { status: 200 },
    ]);
    expect(result).toMatchObject({ status: 200, data: {} });
    expect(urls).toEqual([`${ORIGIN}/api/tickets/5?a=1`, `${ORIGIN}/api/tickets/77?a=1`]);
    expect(lines).toEqual(["info: GET /tickets/5 was merged into /tickets/77."]);
  });

  it("takes the query of where it leads", async () => {
    const answer = { status: 301, location: "/api/tickets/77?b=2" };
    const { urls } = await send({ ...READ, query: "a=1" }, [answer, { status: 200 }]);
    expect(urls[1]).toBe(`${ORIGIN}/api/tickets/77?b=2`);
  });

  it("follows five times", async () => {
    const chain = [1, 2, 3, 4, 5].map((n) => ({ status: 301, location: `/api/tickets/7${n}` }));
    expect((await send(READ, [...chain, { status: 200 }])).result).toMatchObject({ status: 200 });
    const { error, urls } = await send(READ, [...chain, MERGED, { status: 200 }]);
    expect(error?.status).toBe(301);
    expect(urls).toHaveLength(6);
  });
});

it.each<[string, Partial<ApiRequest>, Answer]>([
  ["of a write", { method: "PUT", effect: "same" }, MERGED],
  ["for now", {}, { status: 302, location: "/api/tickets/77" }],
  ["to another account", {}, { status: 301, location: "https://blue.gorgias.com/api/tickets/7" }],
  ["out of the API", {}, { status: 301, location: "/login" }],
  ["to nowhere", {}, { status: 301 }],
])("a redirect %s is not followed", async (_, more, answer) => {
  const { error, urls } = await send({ ...READ, ...more }, [answer, { status: 200 }]);
  expect(error).toMatchObject({ name: "GorgiasError", status: answer.status });
  expect(urls).toHaveLength(1);
});

describe("what deletes by a write", () => {
  const ERASE: ApiRequest = {
    ...READ,
    method: "PUT",
    effect: "once",
    expect: "json",
    goneIsSuccess: true,
  };

  it.each([500, 502, 408])("was done where it is gone after a %d", async (status) => {
    const { result, sent } = await send(ERASE, [{ status }, { status: 404 }]);
    expect(result).toEqual({ data: undefined, status: 204, headers: {} });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `PUT ${ORIGIN}/api/tickets/5`,
      `GET ${ORIGIN}/api/tickets/5`,
    ]);
  });

  it("was done where it is gone after half a response", async () => {
    const { result } = await send(ERASE, [{ status: 200, data: "{" }, { status: 404 }]);
    expect(result).toMatchObject({ status: 204 });
  });

  it.each([
    ["is still there", { status: 200 }],
    ["may not be read", { status: 403 }],
  ])("fails as it did where it %s", async (_, answer) => {
    const { error, sent } = await send(ERASE, [{ status: 500 }, answer]);
    expect(error?.status).toBe(500);
    expect(sent).toHaveLength(2);
  });

  it.each([400, 404, 409])("is not looked for after a %d", async (status) => {
    const { error, sent } = await send(ERASE, [{ status }, { status: 404 }]);
    expect(error?.status).toBe(status);
    expect(sent).toHaveLength(1);
  });

  it("is not looked for where nobody said that it deletes", async () => {
    const request = { ...ERASE, goneIsSuccess: undefined };
    expect((await send(request, [{ status: 500 }, { status: 404 }])).sent).toHaveLength(1);
  });

  it("is not looked for after a fault of this code", async () => {
    const fault = new TypeError("x is undefined");
    const { error, sent } = await send(ERASE, [fault, { status: 404 }]);
    expect(error).toBe(fault);
    expect(sent).toHaveLength(1);
  });
});

describe("a file", () => {
  const MOVED: Answer = { status: 302, location: `${FILES}/b?signature=s` };

  it("can be Gorgias's own response", async () => {
    const { result, sent } = await readFile([{ status: 200, data: "bytes" }]);
    expect(result).toMatchObject({ status: 200, data: "bytes" });
    expect(sent).toMatchObject([{ url: `${ORIGIN}/api${FILE}`, as: "bytes", method: "GET" }]);
    expect(sent[0]?.headers.authorization).toMatch(/^Basic /);
  });

  it("is read where it is kept, without credentials", async () => {
    const { result, sent } = await readFile([MOVED, { status: 200, data: "bytes" }]);
    expect(result).toMatchObject({ status: 200, data: "bytes" });
    expect(sent[1]).toMatchObject({ url: `${FILES}/b?signature=s`, as: "bytes", method: "GET" });
    expect(sent[1]?.headers).not.toHaveProperty("authorization");
  });

  it("is followed five times from there, each time on from where it led", async () => {
    const chain = [1, 2, 3, 4, 5].map((n) => ({ status: 307, location: `c${n}?signature=s` }));
    const { urls } = await readFile([MOVED, ...chain, { status: 200 }]);
    expect(urls.at(-1)).toBe(`${FILES}/c5?signature=s`);
    const { error } = await readFile([MOVED, ...chain, { status: 307, location: "c6" }]);
    expect(error?.message).toBe(
      "The storage of Gorgias's files answered 307 to GET files.example/c5: it redirects, which is not followed",
    );
  });

  it.each(["http://other.example/b", "https://127.0.0.1/b", "https://a@files.example/b", ""])(
    "is not read at %j, neither at once nor later",
    async (location) => {
      const first = await readFile([{ status: 302, location }, { status: 200 }]);
      expect(first.error?.message).toMatch(/^Gorgias answered 302 to GET \/attachment/);
      expect(first.urls).toHaveLength(1);
      const later = await readFile([MOVED, { status: 302, location }, { status: 200 }]);
      expect(later.error?.message).toMatch(/^The storage of Gorgias's files answered 302/);
      expect(later.urls).toHaveLength(2);
    },
  );

  it("that is refused where it is kept says neither query nor account", async () => {
    const { error } = await readFile([MOVED, { status: 403, data: "<Code>AccessDenied</Code>" }]);
    expect(error).toMatchObject({
      name: "GorgiasError",
      message: "The storage of Gorgias's files answered 403 to GET files.example/b: AccessDenied",
    });
  });
});
