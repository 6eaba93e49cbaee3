import {
  isRedirect,
  isStorage,
  mergedIntoId,
  redirectTarget,
  redirectWithinApi,
} from "../../src/http/redirects";

const ORIGIN = "https://green-garden.gorgias.com";

function targetOf(location: string | undefined, base = `${ORIGIN}/api/tickets/5`) {
  const headers = (location === undefined ? {} : { location }) as Record<string, string>;
  return redirectTarget({ status: 302, headers, data: "" }, base)?.href;
}

function isAt(url: string, origin: string): boolean {
  return isStorage(new URL(url), origin);
}

it("five statuses send elsewhere, and no other", () => {
  const statuses = Array.from({ length: 500 }, (_, index) => index + 100);
  expect(statuses.filter(isRedirect)).toEqual([301, 302, 303, 307, 308]);
});

describe("where a redirect points", () => {
  it.each([
    ["an address", "https://evil.example/x", "https://evil.example/x"],
    ["an address by http", "http://evil.example/x", "http://evil.example/x"],
    ["a path", "/api/tickets/7", `${ORIGIN}/api/tickets/7`],
    ["a path from there", "7/messages", `${ORIGIN}/api/tickets/7/messages`],
    ["the same host by http", "http://green-garden.gorgias.com/x", `${ORIGIN}/x`],
    [
      "the same host at another port",
      "http://green-garden.gorgias.com:81/x",
      "http://green-garden.gorgias.com:81/x",
    ],
    ["an address in UTF-8", Buffer.from("/files/é").toString("latin1"), `${ORIGIN}/files/%C3%A9`],
    ["an address in Latin-1", "/files/\u00e9", `${ORIGIN}/files/%C3%A9`],
    ["its own address", "#top", `${ORIGIN}/api/tickets/5#top`],
  ])("%s", (_, location, expected) => {
    expect(targetOf(location)).toBe(expected);
  });

  it("is by http where it came from there", () => {
    expect(targetOf("http://a.example/x", "http://a.example/y")).toBe("http://a.example/x");
    expect(targetOf("https://a.example/x", "http://a.example/y")).toBe("https://a.example/x");
  });

  it.each([
    undefined,
    "",
    "https://",
    "http://[",
    "ftp://evil.example/",
    "javascript:1",
    "xhttps://a",
  ])("is nowhere for %j", (location) => {
    expect(targetOf(location)).toBeUndefined();
  });
});

it("a file of a sandbox is read also on loopback, but never with a user", () => {
  expect(isAt("http://127.0.0.1:4011/x", "http://127.0.0.1:4010")).toBe(true);
  expect(isAt("http://user@127.0.0.1:4011/x", "http://127.0.0.1:4010")).toBe(false);
});

describe("the API of the account", () => {
  const within = (url: string | undefined) =>
    redirectWithinApi(url === undefined ? undefined : new URL(url), ORIGIN);

  it("holds what is below /api", () => {
    expect(within(`${ORIGIN}/api/tickets/7?x=1#top`)).toEqual({ path: "/tickets/7", query: "x=1" });
    expect(within(`${ORIGIN}/api/tickets/7`)).toEqual({ path: "/tickets/7", query: "" });
  });

  it.each([
    undefined,
    `${ORIGIN}/login`,
    `${ORIGIN}/api`,
    `${ORIGIN}/apis/x`,
    `${ORIGIN}/x/api/y`,
    `${ORIGIN}:444/api/x`,
    "http://green-garden.gorgias.com/api/x",
    "https://blue-garden.gorgias.com/api/x",
    "https://user@green-garden.gorgias.com/api/x",
    "https://:word@green-garden.gorgias.com/api/x",
  ])("does not hold %s", (url) => {
    expect(within(url)).toBeUndefined();
  });
});

it.each([
  ["/api/tickets/77", "77"],
  ["/api/tickets/77/", "77"],
  ["/tickets/77/messages/5", "77"],
  ["/api/customers/8", "8"],
  ["/api/users/8", undefined],
  ["/api/tickets/", undefined],
  ["/api/tickets/7x", undefined],
  ["/api/mytickets/7", undefined],
])("%s names %s", (path, id) => {
  expect(mergedIntoId(path)).toBe(id);
});
