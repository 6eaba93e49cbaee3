import { isConnectionError } from "@prismatic-io/spectral";
import { accountIdentity, resolveOrigin } from "../../src/http/account";
import * as transport from "../../src/http/transport";
import { type Failure, leaked, outcomeOf, useClock, useOrigin } from "../support/http";
import { apiKeyConnection, useSandbox } from "../support/integration";

useClock();

function connectionOf(domain: unknown) {
  return apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" }, { domain });
}

function failureOf(run: () => unknown): Failure | undefined {
  try {
    run();
  } catch (error) {
    return error as Failure;
  }
  return undefined;
}

const LONGEST = "a".repeat(63);

describe("Domain", () => {
  useOrigin(() => undefined);

  const ACCEPTED = [
    "green-garden",
    "green-garden.gorgias.com",
    "https://green-garden.gorgias.com",
    "https://green-garden.gorgias.com/",
    "https://green-garden.gorgias.com/api",
    "https://green-garden.gorgias.com/api/tickets?limit=5#top",
    "https://green-garden.gorgias.com/app/ticket/5",
    "Green-Garden",
    "GREEN-GARDEN.GORGIAS.COM",
    "HTTPS://GREEN-GARDEN.gorgias.com/app",
    "  green-garden\t",
    "\nhttps://green-garden.gorgias.com/ \n",
  ];

  it.each(ACCEPTED)("%j means https://green-garden.gorgias.com", (domain) => {
    expect(resolveOrigin(connectionOf(domain))).toBe("https://green-garden.gorgias.com");
  });

  it.each([
    ["one character", "a"],
    ["digits", "42"],
    ["63 characters", LONGEST],
    ["inner hyphens", "a--b-c"],
  ])("may be %s", (_, label) => {
    expect(resolveOrigin(connectionOf(label))).toBe(`https://${label}.gorgias.com`);
  });

  it.each(ACCEPTED)(
    "%j: the request goes to the account's own host, over https",
    async (domain) => {
      const transmit = jest
        .spyOn(transport, "transmit")
        .mockResolvedValue({ status: 200, headers: {}, data: "{}" });
      await outcomeOf("getAccount", { connection: connectionOf(domain) });
      expect(transmit.mock.calls.map(([{ url }]) => url)).toEqual([
        "https://green-garden.gorgias.com/api/account",
      ]);
    },
  );

  const REFUSED: [what: string, domain: unknown][] = [
    ["nothing", undefined],
    ["null", null],
    ["an empty text", ""],
    ["blanks", " \t\n"],
    ["a number", 42],
    ["an object", { toString: () => "green-garden" }],
    ["a list", ["green-garden"]],
    ["a dot", "green.garden"],
    ["a leading dot", ".green-garden"],
    ["a trailing dot", "green-garden."],
    ["a trailing dot of the host", "green-garden.gorgias.com."],
    ["a trailing dot of the host in an address", "https://green-garden.gorgias.com./"],
    ["a subdomain", "app.green-garden.gorgias.com"],
    ["no account", "gorgias.com"],
    ["no account in an address", "https://.gorgias.com"],
    ["another host", "evil.com"],
    ["another host as an address", "https://evil.com/"],
    ["another host with the right path", "https://evil.com/green-garden.gorgias.com"],
    ["another host before a slash", "evil.com/.gorgias.com"],
    ["another host before a hash", "evil.com#.gorgias.com"],
    ["another host before a question mark", "evil.com?.gorgias.com"],
    ["another host before an escaped slash", "evil.com%2f.gorgias.com"],
    ["another host behind the right one", "green-garden.gorgias.com.evil.com"],
    ["another host behind the right one, as an address", "https://a.gorgias.com.evil.com/"],
    ["a host that ends alike", "green-garden.notgorgias.com"],
    ["a host that ends alike without its dot", "green-gardengorgias.com"],
    ["another top level", "green-garden.gorgias.co"],
    ["userinfo before another host", "green-garden@evil.com"],
    ["the right host as userinfo", "https://green-garden.gorgias.com@evil.com/"],
    ["the right host as user and password", "https://green-garden.gorgias.com:x@evil.com/"],
    ["userinfo before the right host", "https://user:pass@green-garden.gorgias.com/"],
    ["a port", "green-garden:8443"],
    ["a port of the host", "green-garden.gorgias.com:443"],
    ["a port in an address", "https://green-garden.gorgias.com:8443/"],
    ["http", "http://green-garden.gorgias.com/"],
    ["another scheme", "ftp://green-garden.gorgias.com/"],
    ["no scheme before the slashes", "//green-garden.gorgias.com/"],
    ["a path without a scheme", "green-garden.gorgias.com/app"],
    ["a blank inside", "green garden"],
    ["a blank in an address", "https://green-garden.gorgias.com/a b"],
    ["a line break inside", "green\ngarden"],
    ["a second line", "green-garden\nevil.com"],
    ["a second line after the host", "evil.com\ngreen-garden.gorgias.com"],
    ["a tab inside the host", "green-garden.gorgias.com\t.evil.com"],
    ["a null character", "green-garden\0"],
    ["a backslash", "green-garden\\evil.com"],
    ["a backslash in an address", "https://evil.com\\.gorgias.com"],
    ["a backslash after the scheme", "https:\\\\green-garden.gorgias.com/"],
    ["a leading hyphen", "-green-garden"],
    ["a trailing hyphen", "green-garden-"],
    ["an underscore", "green_garden"],
    ["64 characters", `${LONGEST}a`],
    ["64 characters of a host", `${LONGEST}a.gorgias.com`],
    ["the Kelvin sign for k", "\u212Aitchen"],
    ["the long s for s", "gorgia\u017F-shop.gorgias.com"],
    ["the long s in the host", "green-garden.gorgia\u017F.com"],
    ["a Cyrillic letter", "gr\u0435en-garden"],
    ["a full-width letter", "\uFF47reen-garden"],
    ["an ideographic full stop", "green-garden\u3002gorgias\u3002com"],
    ["a full-width slash", "evil.com\uFF0F.gorgias.com"],
    ["a zero-width space", "green\u200Bgarden"],
    ["digits of another script", "shop\u0661"],
    ["a soft hyphen", "green\u00ADgarden"],
    ["punycode of a host", "xn--evil.com"],
    ["an IP address", "127.0.0.1"],
    ["an IPv6 address", "[::1]"],
    ["a wildcard", "*"],
    ["an escaped dot", "green%2egarden"],
  ];

  it.each(REFUSED)("%s is refused before anything is sent: %j", async (_, domain) => {
    const transmit = jest.spyOn(transport, "transmit");
    const { error } = await outcomeOf("getAccount", { connection: connectionOf(domain) });
    expect(error?.name).toBe("ConnectionError");
    expect(isConnectionError(error)).toBe(true);
    expect(error?.message).toMatch(/\bDomain\b/);
    expect(error?.message).not.toMatch(/\p{Cc}/u);
    expect(transmit).not.toHaveBeenCalled();
  });

  const expectNoPassword = (domain: string) => {
    const error = failureOf(() => resolveOrigin(connectionOf(domain)));
    expect(error?.message).toContain("Domain");
    expect(leaked(["pa55word"], error)).toEqual([]);
  };

  it.each([
    "https://user:pa55word@green-garden.gorgias.com/",
    "https://user:pa55word@evil.com/",
    "//user:pa55word@evil.com",
  ])("the password of %j is shown neither in the error nor in what it carries", expectNoPassword);

  it.each(["user:pa55word@evil.com", "user:pa55word@", "https://user:slash/pa55word@evil.com/"])(
    "the password of %j is shown neither in the error nor in what it carries",
    expectNoPassword,
  );
});

describe("GORGIAS_SANDBOX_URL", () => {
  useOrigin(() => undefined);
  const originOf = (url: string) => {
    process.env.GORGIAS_SANDBOX_URL = url;
    return resolveOrigin(connectionOf("green-garden"));
  };

  it.each([
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["http://127.0.0.1:4010/", "http://127.0.0.1:4010"],
    ["http://127.0.0.1", "http://127.0.0.1"],
    ["http://127.255.255.254:1", "http://127.255.255.254:1"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://LOCALHOST:4010", "http://localhost:4010"],
    ["http://[::1]:4010", "http://[::1]:4010"],
    ["https://127.0.0.1:4443", "https://127.0.0.1:4443"],
  ])("%s sends requests to %s", (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });

  it.each([
    ["another host", "https://evil.com"],
    ["an account's own host", "https://green-garden.gorgias.com"],
    ["a host that begins alike", "http://127.0.0.1.evil.com"],
    ["a host that begins with localhost", "http://localhost.evil.com:4010"],
    ["a host that ends alike", "http://evil-localhost"],
    ["an address of the local network", "http://192.168.0.1:4010"],
    ["every address", "http://0.0.0.0:4010"],
    ["a mapped address", "http://[::ffff:10.0.0.1]:4010"],
    ["a path", "http://127.0.0.1:4010/api"],
    ["a query", "http://127.0.0.1:4010?x=1"],
    ["an empty query", "http://127.0.0.1:4010/?"],
    ["a hash", "http://127.0.0.1:4010/#x"],
    ["userinfo", "http://user:pass@127.0.0.1:4010"],
    ["a user alone", "http://user@127.0.0.1:4010"],
    ["loopback as userinfo", "http://127.0.0.1:4010@evil.com"],
    ["another scheme", "ftp://127.0.0.1:4010"],
    ["a file", "file:///etc/passwd"],
    ["no scheme", "127.0.0.1:4010"],
    ["no host", "http://"],
    ["blanks", "  "],
    ["what is no address", "sandbox"],
  ])("%s is refused before anything is sent: %s", async (_, url) => {
    process.env.GORGIAS_SANDBOX_URL = url;
    const transmit = jest.spyOn(transport, "transmit");
    const { error } = await outcomeOf("getAccount", { connection: connectionOf("green-garden") });
    expect(error?.name).toBe("InputError");
    expect(error?.message).toContain("GORGIAS_SANDBOX_URL");
    expect(error?.message).not.toContain("pass@");
    expect(transmit).not.toHaveBeenCalled();
  });

  it("is part of what an account is known by from run to run", () => {
    const connection = connectionOf("Green-Garden");
    expect(accountIdentity(connection)).toBe("https://green-garden.gorgias.com");
    process.env.GORGIAS_SANDBOX_URL = "http://127.0.0.1:4010/";
    expect(accountIdentity(connection)).toBe(
      "https://green-garden.gorgias.com at http://127.0.0.1:4010",
    );
  });

  it("is shown in its refusal, without what stands before an @", () => {
    process.env.GORGIAS_SANDBOX_URL = "http://user:pa55word@evil.com";
    expect(failureOf(() => resolveOrigin(connectionOf("green-garden")))).toMatchObject({
      message:
        'GORGIAS_SANDBOX_URL must be a loopback origin such as http://127.0.0.1:4010; given "…@evil.com".',
      given: '"…@evil.com"',
    });
  });

  it("does nothing when it is empty", () => {
    expect(originOf("")).toBe("https://green-garden.gorgias.com");
  });
});

describe("with a sandbox", () => {
  const sandbox = useSandbox();

  it("a bad domain is refused all the same, before anything is sent", async () => {
    const { username, apiKey } = sandbox().credentials;
    const connection = apiKeyConnection({ username, apiKey }, { domain: "evil.com" });
    const { error } = await outcomeOf("getAccount", { connection });
    expect(error?.name).toBe("ConnectionError");
    expect(error?.message).toMatch(/Domain .*"evil\.com"/);
    expect(sandbox().requests).toEqual([]);
  });
});
