import { ManualClock, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({
  clock,
  commitDelayMs: ({ id }) => (id === 7 ? 400 : 0),
});

async function newest(): Promise<number> {
  const { body } = await call("GET", "/api/tickets?limit=1&order_by=updated_datetime:desc");
  return body.data[0].id;
}

it("shows a change in lists only after its delay, behind a newer one", async () => {
  await call("PUT", "/api/tickets/7", { subject: "Late" });
  clock.ms += 100;
  await call("PUT", "/api/tickets/8", { subject: "Seen first" });
  const early = await call("GET", "/api/tickets?limit=100");
  expect(early.body.data.map(({ id }: { id: number }) => id)).not.toContain(7);
  expect((await call("GET", "/api/tickets/7")).body.subject).toBe("Late");

  clock.ms += 299;
  expect((await call("GET", "/api/tickets?limit=100")).body.data).toHaveLength(24);
  clock.ms += 1;
  const { body } = await call("GET", "/api/tickets?limit=2&order_by=updated_datetime:desc");
  expect(body.data.map(({ id }: { id: number }) => id)).toEqual([8, 7]);
});

it("shows a record dated in the future at once", async () => {
  sandbox().records.tickets.change(7, { updated_datetime: "2099-01-01T00:00:00Z" });
  expect(await newest()).toBe(7);
});
