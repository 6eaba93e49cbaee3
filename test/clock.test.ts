import { clock } from "../src/clock";

it("waits at least as long as it is asked to", async () => {
  const startedAt = clock.now();
  await clock.sleep(15);
  // A timer may fire a fraction of a millisecond early.
  expect(clock.now() - startedAt).toBeGreaterThan(13);
});

it("never goes back", () => {
  const times = Array.from({ length: 1_000 }, () => clock.now());
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

it("is random between 0 and 1", () => {
  const numbers = Array.from({ length: 1_000 }, () => clock.random());
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(new Set(numbers).size).toBeGreaterThan(900);
});
