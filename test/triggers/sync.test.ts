import { readFirstMark } from "../../src/triggers/changes/poll";
import { readSyncPage, type SyncCursor } from "../../src/triggers/changes/sync";
import { NOTHING_SEEN, type Watermark } from "../../src/triggers/changes/watermark";
import { type Listed, ListServer } from "../support/listServer";

const SECOND = 1_000_000;

function seeded(count: number): ListServer {
  const server = new ListServer();
  for (let id = 1; id <= count; id += 1) {
    server.put(id, server.now - (count - id + 5) * SECOND);
  }
  return server;
}

/** Runs all pages of a run as the platform does: the cursor goes through JSON from page to page. */
async function runAll(
  server: ListServer,
  mark: Watermark,
  onPage: (page: number) => void = () => undefined,
) {
  const delivered: Listed[] = [];
  let from: SyncCursor | undefined;
  for (let page = 1; page < 1_000; page += 1) {
    const result = await readSyncPage(server.client, "tickets", mark, from);
    delivered.push(...result.changes.map(({ record }) => record as unknown as Listed));
    if (result.mark) {
      return { delivered, mark: result.mark, pages: page };
    }
    from = JSON.parse(JSON.stringify(result.next));
    expect(JSON.stringify(from).length).toBeLessThan(2_000);
    onPage(page);
  }
  throw new Error("The run did not end.");
}

function uniqueIds(records: Listed[]) {
  return new Set(records.map(({ id }) => id));
}

describe("the initial sync", () => {
  it("delivers every record once, 100 a page, and leaves the mark for the runs after it", async () => {
    const server = seeded(1_050);
    const { delivered, mark, pages } = await runAll(server, NOTHING_SEEN);
    expect([delivered.length, uniqueIds(delivered).size, pages]).toEqual([1_050, 1_050, 11]);
    server.put(7, server.now);
    server.now += SECOND;
    expect((await runAll(server, mark)).delivered.map(({ id }) => id)).toEqual([7]);
  });

  it("delivers only what changed since a date", async () => {
    const server = seeded(500);
    const since = server.records.get(300)?.updated_datetime.replace("+00:00", "Z") ?? "";
    const { delivered } = await runAll(server, { ...NOTHING_SEEN, time: since });
    expect(delivered).toHaveLength(201);
  });

  it("loses nothing that changes while it runs: the next run has it", async () => {
    const server = seeded(400);
    const { delivered, mark } = await runAll(server, NOTHING_SEEN, (page) => {
      server.now += SECOND;
      server.put(page === 1 ? 5 : 399, server.now);
    });
    expect(uniqueIds(delivered).has(5)).toBe(false);
    server.now += SECOND;
    const later = await runAll(server, mark);
    expect([...uniqueIds(later.delivered)].sort()).toEqual([399, 5]);
  });
});

describe("a scheduled run", () => {
  it("delivers what changed since the mark and nothing else", async () => {
    const server = seeded(1_000);
    const mark = await readFirstMark(server.client, "tickets");
    for (let id = 1; id <= 250; id += 1) {
      server.put(id, server.now + id);
    }
    server.now += SECOND;
    const { delivered, pages, mark: next } = await runAll(server, mark);
    expect([uniqueIds(delivered).size, delivered.length, pages]).toEqual([250, 250, 3]);
    expect((await runAll(server, next)).delivered).toEqual([]);
  });

  it.each([1, 2, 3])(
    "starts again without repeating when the cursor of page %d has expired",
    async (page) => {
      const server = seeded(500);
      const mark = await readFirstMark(server.client, "tickets");
      for (let id = 1; id <= 350; id += 1) {
        server.put(id, server.now + Math.ceil(id / 40));
      }
      server.now += SECOND;
      const { delivered, mark: next } = await runAll(server, mark, (done) => {
        if (done !== page) {
          return;
        }
        server.failure = { page: page + 1, status: 400 };
        server.put(1, server.now);
      });
      expect(delivered).toHaveLength(uniqueIds(delivered).size);
      server.now += SECOND;
      const later = await runAll(server, next);
      expect(uniqueIds([...delivered, ...later.delivered]).size).toBe(350);
      expect(later.delivered.map(({ id }) => id)).toEqual([1]);
    },
  );

  it("gives up on a list whose cursors keep expiring", async () => {
    const server = seeded(500);
    const run = runAll(server, NOTHING_SEEN, () => {
      server.failure = { page: 2, status: 400 };
    });
    await expect(run).rejects.toThrow("400");
  });
});
