import { bearerAuth, useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();
function subject() {
  return sandbox().state.tickets.get(1)?.subject;
}
function update() {
  return call("PUT", "/api/tickets/1", { subject: "Changed" });
}

describe("status", () => {
  it("answers in the place of the request", async () => {
    sandbox().faults.add({ fault: { status: 502, body: "<html>Bad gateway</html>" } });
    const { status, headers, body } = await update();
    expect([status, body]).toEqual([502, "<html>Bad gateway</html>"]);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(subject()).not.toBe("Changed");
  });

  it("after the write, performs it first", async () => {
    sandbox().faults.add({ fault: { status: 503, after: true, headers: { "Retry-After": "7" } } });
    const { status, headers, body } = await update();
    expect([status, headers.get("retry-after")]).toEqual([503, "7"]);
    expect(body).toEqual({ error: { msg: "Fault 503." } });
    expect(subject()).toBe("Changed");
  });

  it("carries the body it is given as JSON", async () => {
    const body = { error: { msg: "Messaging quota exceeded" } };
    sandbox().faults.add({ fault: { status: 403, body } });
    expect(await update()).toMatchObject({ status: 403, body });
  });
});

describe("reset", () => {
  it.each([
    ["before", false],
    ["after", true],
  ] as const)("%s the write: the connection breaks, written: %s", async (reset, written) => {
    sandbox().faults.add({ fault: { reset } });
    await expect(update()).rejects.toThrow("fetch failed");
    expect(subject() === "Changed").toBe(written);
    expect(sandbox().requests.at(-1)?.status).toBe("reset");
  });
});

describe("truncate", () => {
  it("performs the write and breaks the connection in the middle of the response", async () => {
    sandbox().faults.add({ fault: { truncate: true } });
    const response = await fetch(`${sandbox().url}/api/tickets/1`, {
      method: "PUT",
      headers: { authorization: bearerAuth(sandbox()), "content-type": "application/json" },
      body: '{"subject":"Changed"}',
    });
    expect(response.status).toBe(202);
    await expect(response.text()).rejects.toThrow("terminated");
    expect(subject()).toBe("Changed");
  });

  it("json: answers complete HTTP with half of the text", async () => {
    sandbox().faults.add({ fault: { truncate: "json" } });
    const { status, body } = await update();
    expect(status).toBe(202);
    expect(body).toMatch(/^\{/);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
    expect(subject()).toBe("Changed");
  });
});

it("delayMs waits, then goes on as usual", async () => {
  sandbox().faults.add({ fault: { delayMs: 40 } });
  const start = performance.now();
  expect((await update()).status).toBe(202);
  expect(performance.now() - start).toBeGreaterThan(38);
});

it("expireCursor refuses the cursor of the request", async () => {
  const { body } = await call("GET", "/api/tickets?limit=5");
  const path = `/api/tickets?limit=5&cursor=${body.meta.next_cursor}`;
  sandbox().faults.add({ fault: { expireCursor: true } });
  expect(await call("GET", path)).toMatchObject({
    status: 400,
    body: { error: { data: { cursor: ["expired"] } } },
  });
  expect((await call("GET", path)).status).toBe(200);
});

describe("rules", () => {
  const statuses = async (...paths: string[]) => {
    const found: number[] = [];
    for (const path of paths) {
      found.push((await call("GET", path)).status);
    }
    return found;
  };
  const [a, b] = ["/api/account", "/api/tickets/1"] as const;

  it("apply once unless told otherwise", async () => {
    sandbox().faults.add({ fault: { status: 500 } });
    expect(await statuses(a, a)).toEqual([500, 200]);
  });

  it("let requests pass, then apply a number of times", async () => {
    sandbox().faults.add({ skip: 1, times: 2, fault: { status: 500 } });
    expect(await statuses(a, a, a, a)).toEqual([200, 500, 500, 200]);
  });

  it.each([
    ["a path", { path: b }],
    ["a pattern", { path: /tickets\/\d+$/ }],
    ["a method", { path: b, method: "get" }],
  ])("choose requests by %s", async (_, rule) => {
    sandbox().faults.add({ ...rule, fault: { status: 500 } });
    expect(await statuses(a, b, b)).toEqual([200, 500, 200]);
  });

  it("apply in the order in which they were added, one a request", async () => {
    sandbox().faults.add({ fault: { status: 500 } });
    sandbox().faults.add({ fault: { status: 502 } });
    expect(await statuses(a, a, a)).toEqual([500, 502, 200]);
  });

  it("are forgotten by clear", async () => {
    sandbox().faults.add({ times: 9, fault: { status: 500 } });
    sandbox().faults.clear();
    expect(await statuses(a)).toEqual([200]);
  });
});

it("does not count a request that never reached the API towards the limit", async () => {
  sandbox().faults.add({ times: 3, fault: { status: 502 } });
  for (let i = 0; i < 3; i++) {
    await call("GET", "/api/account");
  }
  const { headers } = await call("GET", "/api/account");
  expect(headers.get("x-gorgias-account-api-call-limit")).toBe("1/40");
});
