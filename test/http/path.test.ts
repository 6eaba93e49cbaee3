import { path, rawPath } from "../../src/http/path";
import { formatValue } from "../../src/text";
import { connectionTo, outcomeOf, useClock } from "../support/http";
import { useSandbox } from "../support/integration";
import fc from "../support/properties";

const ORIGIN = "https://x.gorgias.com";
function urlOf(below: string) {
  return new URL(`${ORIGIN}/api${below}`);
}

/** What a run gives, or undefined where it throws an InputError. Any other error is rethrown. */
function accepted<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if ((error as Error).name === "InputError") {
      return undefined;
    }
    throw error;
  }
}

function anyText() {
  return fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.string({
      unit: fc.constantFrom(
        ..."./\\%?#;:@&=+ \t\n\r\0",
        ..."2eEfF5cC",
        "..",
        "%2e",
        "%2f",
        "%5c",
        "%25",
        "%00",
        "%zz",
        "\uD800",
        "\uFF0E",
        "\u2025",
        "\u200B",
      ),
    }),
    fc.constantFrom(".", "..", "...", "%2e%2e", "%252e", "..;", "", " ", "\uDFFF"),
  );
}

function refusalOf(run: () => unknown): unknown {
  try {
    return { accepted: run() };
  } catch (error) {
    return error;
  }
}

describe("path", () => {
  it.each([
    ["..", "cannot be part of a Gorgias address."],
    ["", "cannot be part of a Gorgias address."],
    ["\ud800", "holds characters that no address can carry."],
  ])("says why %j is refused", (value, reason) => {
    const shown = formatValue(value);
    expect(refusalOf(() => path`/tickets/${value}`)).toMatchObject({
      name: "InputError",
      message: `${shown} ${reason}`,
      given: shown,
    });
  });

  it("escapes each value as one segment", () => {
    expect(path`/tickets/${5}/messages/${"a b/c?d#e"}`).toBe(
      "/tickets/5/messages/a%20b%2Fc%3Fd%23e",
    );
  });

  it("takes a path without values as it is", () => {
    expect(path`/tickets`).toBe("/tickets");
  });

  it.each([
    ["a slash", "a/b", "a%2Fb"],
    ["a backslash", "a\\b", "a%5Cb"],
    ["a question mark", "?x=1", "%3Fx%3D1"],
    ["a hash", "#x", "%23x"],
    ["a percent sign", "%2e%2e", "%252e%252e"],
    ["a line break", "a\r\nb", "a%0D%0Ab"],
    ["three dots", "...", "..."],
    ["dots in a name", "a..b.png", "a..b.png"],
    ["dots and a slash", "../x", "..%2Fx"],
    ["letters of other scripts", "né", "n%C3%A9"],
    ["an emoji", "😀", "%F0%9F%98%80"],
    ["zero", 0, "0"],
    ["a large number", 9007199254740991, "9007199254740991"],
  ])("%s stays one segment", (_, value, expected) => {
    expect(path`/tickets/${value}`).toBe(`/tickets/${expected}`);
  });

  it.each([
    ["an empty value", ""],
    ["a dot", "."],
    ["two dots", ".."],
    ["a lone surrogate", "\uD800"],
    ["a lone surrogate in the middle", "a\uDC00b"],
    ["nothing", undefined],
    ["null", null],
  ])("%s is refused", (_, value) => {
    expect(() => path`/tickets/${value as string}/messages`).toThrow(
      expect.objectContaining({ name: "InputError" }),
    );
  });

  it("never leaves /api and never changes the number of segments, whatever the value", () => {
    fc.assert(
      fc.property(anyText(), anyText(), (first, second) => {
        const made = accepted(() => path`/tickets/${first}/messages/${second}`);
        if (made === undefined) {
          return;
        }
        const { origin, pathname, search, hash } = urlOf(made);
        expect([origin, search, hash]).toEqual([ORIGIN, "", ""]);
        expect(pathname).toBe(`/api${made}`);
        const segments = pathname.split("/");
        expect(segments).toHaveLength(6);
        expect([segments[3], segments[5]].map((text = "") => decodeURIComponent(text))).toEqual([
          first,
          second,
        ]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("refuses only what is empty, walks up the tree, or cannot be encoded", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, unit: "grapheme" }), (value) => {
        expect(accepted(() => path`/tickets/${value}`)).toBeDefined();
      }),
    );
  });
});

describe("rawPath", () => {
  it.each([
    ["/tickets", "/tickets", ""],
    ["tickets", "/tickets", ""],
    ["  /tickets\n", "/tickets", ""],
    ["/tickets/", "/tickets/", ""],
    ["/api/tickets/5/", "/tickets/5/", ""],
    ["api/tickets", "/tickets", ""],
    ["/api/api/tickets", "/api/tickets", ""],
    ["/apis/tickets", "/apis/tickets", ""],
    ["/tickets?limit=5&limit=6", "/tickets", "limit=5&limit=6"],
    ["/tickets?url=https://evil.com//x/../y", "/tickets", "url=https://evil.com//x/../y"],
    ["/tickets?a=?", "/tickets", "a=?"],
    ["/tickets?", "/tickets", ""],
    ["/tags/a b", "/tags/a%20b", ""],
    ["/tags/a%20b", "/tags/a%20b", ""],
    ["/tags/100%", "/tags/100%", ""],
    ["/tags/né", "/tags/n%C3%A9", ""],
    ['/tags/<"a">', "/tags/%3C%22a%22%3E", ""],
    ["/tags/a..b", "/tags/a..b", ""],
    ["/tags/...", "/tags/...", ""],
    ["/tags/%2525252525252e", "/tags/%2525252525252e", ""],
    ["/views/0:1,2;3/items", "/views/0:1,2;3/items", ""],
  ])("%j is the path %s and the query %j", (given, expected, query) => {
    expect(rawPath("URL", given)).toEqual({ path: expected, query });
  });

  const ATTACKS: [string, string][] = [
    ["another host", "https://evil.com/tickets"],
    ["the account's own host", "https://green-garden.gorgias.com/api/tickets"],
    ["another host without a scheme", "//evil.com/tickets"],
    ["another host behind three slashes", "///evil.com"],
    ["another host behind backslashes", "\\\\evil.com\\tickets"],
    ["another host behind a slash and a backslash", "/\\evil.com"],
    ["another host behind a backslash and a slash", "\\/evil.com"],
    ["another host behind blanks", "  //evil.com"],
    ["another host behind a tab", "/\t/evil.com"],
    ["another host behind a line break", "/\n/evil.com"],
    ["a scheme", "javascript:alert(1)"],
    ["a scheme in capitals", "FILE:/etc/passwd"],
    ["a scheme without slashes", "http:evil.com"],
    ["a scheme of odd characters", "a+b-c.1:x"],
    ["two slashes in the middle", "/tickets//5"],
    ["two slashes at the end", "/tickets//"],
    ["a dot", "/./tickets"],
    ["two dots", "/../admin"],
    ["two dots in the middle", "/tickets/../../admin"],
    ["two dots at the end", "/tickets/.."],
    ["two dots without a slash", ".."],
    ["two dots before the query", "/tickets/..?x=1"],
    ["escaped dots", "/%2e%2e/admin"],
    ["escaped dots in capitals", "/%2E%2E/admin"],
    ["a dot and an escaped one", "/.%2e/admin"],
    ["an escaped dot and a dot", "/%2e./admin"],
    ["one escaped dot", "/%2e/admin"],
    ["dots escaped twice", "/%252e%252e/admin"],
    ["dots escaped three times", "/%25252e%25252e/admin"],
    ["dots of which one is escaped twice", "/.%252e/admin"],
    ["an escaped slash after the dots", "/..%2fadmin"],
    ["an escaped slash in capitals", "/..%2Fadmin"],
    ["a slash escaped twice", "/..%252fadmin"],
    ["escaped slashes alone", "/%2f%2fevil.com"],
    ["a slash and an escaped one", "/%2fevil.com"],
    ["an escaped backslash", "/..%5cadmin"],
    ["a backslash escaped twice", "/..%255cadmin"],
    ["a backslash", "/..\\admin"],
    ["a tab between the dots", "/.\t./admin"],
    ["a line break between the dots", "/.\n./admin"],
    ["a carriage return between the dots", "/.\r./admin"],
    ["an escaped tab between the dots", "/.%09./admin"],
    ["a semicolon after the dots", "/..;/admin"],
    ["a semicolon around the dots", "/tickets;..;/admin"],
    ["a parameter after the dots", "/..;a=b/admin"],
    ["an escaped semicolon after the dots", "/..%3b/admin"],
    ["a hash", "/tickets#x"],
    ["a hash in the query", "/tickets?a=#x"],
    ["a null character", "/tickets\0"],
    ["an escaped null character", "/tickets%00"],
    ["an escaped null character, twice", "/tickets%2500"],
    ["an escaped line break", "/tickets%0d%0aHost:%20evil.com"],
    ["a line break", "/tickets HTTP/1.1\r\nHost: evil.com"],
    ["a line break in the query", "/tickets?a=\r\nb"],
    ["a backslash in the query", "/tickets?a=\\"],
    ["a delete character", "/tickets\u007f"],
    ["a control character of the second range", "/tickets\u0085x"],
    ["nothing", ""],
    ["blanks", "  "],
    ["a slash", "/"],
    ["the API itself", "/api"],
    ["the API itself with a slash", "/api/"],
    ["a query alone", "?limit=5"],
  ];

  const expectRefusal = (_: string, given: string) =>
    expect(() => rawPath("URL", given)).toThrow(
      expect.objectContaining({
        name: "InputError",
        message: expect.stringMatching(/^URL must be/),
      }),
    );

  it.each(ATTACKS)("%s is refused: %j", expectRefusal);

  it.each([
    ["escaped dots beside what does not decode", "/tickets/%2e%2e/%zz"],
    ["escaped dots beside a lone percent sign", "/%2e%2e/100%"],
    ["escaped dots beside bytes that are no text", "/tickets/%2e%2e/customers/%ff"],
    ["an escaped backslash beside what does not decode", "/..%5cadmin/%zz"],
    ["an escaped null character beside what does not decode", "/tickets%00/%zz"],
    ["a merge behind a detour", "/customers/merge/%zz/%2e%2e"],
    ["a lone surrogate", "/tickets/\uD800"],
    ["a lone surrogate at the end of a word", "/tags/a\uDC00"],
  ])("%s is refused: %j", expectRefusal);

  const expectInsideApi = (given: string) => {
    const made = accepted(() => rawPath("URL", given));
    if (made === undefined) {
      return;
    }
    const { origin, pathname, hash } = urlOf(made.path);
    expect([origin, hash]).toEqual([ORIGIN, ""]);
    expect(pathname).toMatch(/^\/api\/./);
    expect(pathname).toBe(`/api${made.path}`);
    expect(made.path).not.toMatch(/\/\/|\\|[^\x21-\x7e]/);
  };

  it("stays inside /api as it is written, whatever is given", () => {
    fc.assert(
      fc.property(anyText(), anyText(), (a, b) => {
        expectInsideApi(a);
        expectInsideApi(`/tickets/${a}/${b}`);
      }),
      { numRuns: 5_000, seed: 5 },
    );
  });

  it("stays inside /api as it is written, whatever is given that decodes", () => {
    const decodes = (text: string) => {
      try {
        return decodeURIComponent(text) !== undefined;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(anyText().filter(decodes), anyText().filter(decodes), (a, b) => {
        expectInsideApi(a);
        expectInsideApi(`/tickets/${a}/${b}`);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["/a\\b", "backslashes and control characters are not allowed"],
    ["/a\u0001b", "backslashes and control characters are not allowed"],
    ["https://x.gorgias.com/api/tickets", "no scheme or host, they come from the connection"],
    ["/tickets#5", "# is not allowed"],
    ["/tickets/\ud800", "it holds broken characters"],
    ["//evil.example/tickets", "// is not allowed"],
    ["/tickets/a%2f/b", "escaped slashes, backslashes and control characters are not allowed"],
    ["/tickets/a%5cb", "escaped slashes, backslashes and control characters are not allowed"],
    ["/tickets/a%250db", "escaped slashes, backslashes and control characters are not allowed"],
    ["/tickets/../users", "it must not contain . or .."],
    ["/tickets/./users", "it must not contain . or .."],
    ["/api", "it is empty"],
    ["/api/", "it is empty"],
    ["", "it is empty"],
  ])("%j is refused for its reason", (given, reason) => {
    const shown = formatValue(given);
    expect(refusalOf(() => rawPath("URL", given))).toMatchObject({
      name: "InputError",
      message: `URL must be a path of the Gorgias API such as /tickets: ${reason}; given ${shown}.`,
      input: "URL",
      given: shown,
    });
  });

  it("understands /api at the beginning and nowhere else", () => {
    expect(rawPath("URL", "/api/tickets").path).toBe("/tickets");
    expect(rawPath("URL", "/tickets/api/5").path).toBe("/tickets/api/5");
    expect(rawPath("URL", "/apis/5").path).toBe("/apis/5");
  });

  it("says what is wrong and what was given, on one short line", () => {
    const given = `/tickets/../\r\n${"x".repeat(5_000)}`;
    expect(() => rawPath("URL", given)).toThrow(
      /^URL must be a path of the Gorgias API such as \/tickets: backslashes and control characters are not allowed; given "\/tickets\/\.\.\/[^\n]{1,120}\.$/,
    );
  });
});

describe("Raw Request", () => {
  useClock();
  const sandbox = useSandbox({ tickets: 3 });
  const raw = (url: string) =>
    outcomeOf("rawRequest", { connection: connectionTo(sandbox()), method: "GET", url });

  it("reads the path and query that it is given", async () => {
    const { data } = await raw("/api/tickets?limit=2&order_by=created_datetime:asc");
    expect(data).toMatchObject({ data: [{ id: 1 }, { id: 2 }] });
    expect(sandbox().requests).toMatchObject([
      { path: "/api/tickets", query: "limit=2&order_by=created_datetime:asc" },
    ]);
  });

  it.each([
    "https://evil.com/api/tickets",
    "//evil.com/api/tickets",
    "/\\evil.com",
    "/../tickets",
    "/%2e%2e/%zz",
    "/%2E%2E/100%",
    "/tickets#",
  ])("refuses %j before anything is sent", async (url) => {
    const { error } = await raw(url);
    expect(error?.name).toBe("InputError");
    expect(sandbox().requests).toEqual([]);
  });
});
