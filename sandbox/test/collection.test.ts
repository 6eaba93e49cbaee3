import fc from "../../test/support/properties";
import { Collection } from "../collection";

interface Item {
  id: number;
  time: string;
  owner: number;
}

function items() {
  return new Collection<Item, "time", "owner">({
    orders: { time: (item) => item.time },
    groups: { owner: (item) => [item.owner] },
  });
}

const change = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  time: fc.constantFrom("a", "b", "c", "d"),
  owner: fc.integer({ min: 1, max: 3 }),
  remove: fc.boolean(),
});

it("keeps its orders and groups right through any changes", () => {
  fc.assert(
    fc.property(fc.array(change), fc.array(change), (first, then) => {
      const collection = items();
      const unique = new Map(first.map(({ id, time, owner }) => [id, { id, time, owner }]));
      collection.load(unique.values());
      collection.ordered("time");
      collection.grouped("owner", 1);
      for (const { id, time, owner, remove } of then) {
        if (remove) {
          collection.delete(id);
        } else {
          collection.set(id, { id, time, owner });
        }
      }
      const all = [...collection.values()].sort((a, b) => a.id - b.id);
      const byTime = [...all].sort((a, b) => a.time.localeCompare(b.time));
      expect(collection.ordered("time").records).toEqual(byTime);
      for (const owner of [1, 2, 3]) {
        const owned = all.filter((item) => item.owner === owner);
        expect(collection.grouped("owner", owner)).toEqual(owned);
      }
    }),
  );
});

it("never gives an id twice", () => {
  const collection = items();
  collection.set(7, { id: 7, time: "a", owner: 1 });
  collection.delete(7);
  expect(collection.nextId()).toBe(8);
});

it("is empty after clear, in its orders and groups too", () => {
  const collection = items();
  collection.set(1, { id: 1, time: "a", owner: 1 });
  collection.ordered("time");
  collection.grouped("owner", 1);
  collection.clear();
  expect(collection.ordered("time").records).toEqual([]);
  expect(collection.grouped("owner", 1)).toEqual([]);
});
