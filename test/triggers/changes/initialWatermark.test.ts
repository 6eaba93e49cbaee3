import { readInitialWatermark } from "../../../src/triggers/changes/initialWatermark";
import { sourceOf } from "../../../src/triggers/changes/sources";
import { EMPTY_WATERMARK, MAX_RECENT_RECORDS } from "../../../src/triggers/changes/watermark";
import { at, PagedList, type PagedRecord, recordAt } from "../../support/pagedList";

const TICKETS = sourceOf("tickets");

/** Gorgias answers at second 110, so that the last minute begins at second 50 of the first. */
function listOf(pages: PagedRecord[][]): PagedList {
  const list = new PagedList(pages);
  list.date = "Thu, 01 Jan 2026 00:01:50 GMT";
  return list;
}

it("stands at the overlap, and remembers what is younger", async () => {
  const list = listOf([[recordAt(3, 59), recordAt(2, 51), recordAt(1, 50)], [recordAt(9, 1)]]);
  expect(await readInitialWatermark(list.client, TICKETS)).toEqual({
    ...EMPTY_WATERMARK,
    time: at(50),
    id: 0,
    recentRecords: { 1: at(50), 2: at(51), 3: at(59) },
  });
  expect(list.asked).toEqual([0, 1]);
});

it("ends with the first page that reaches what is older", async () => {
  const list = listOf([[recordAt(3, 59), recordAt(2, 49)], [recordAt(1, 10)]]);
  const { recentRecords } = await readInitialWatermark(list.client, TICKETS);
  expect(recentRecords).toEqual({ 3: at(59) });
  expect(list.asked).toEqual([0]);
});

it("stands just behind the newest record where nothing is younger", async () => {
  const list = listOf([[recordAt(3, 20), recordAt(2, 10)]]);
  expect(await readInitialWatermark(list.client, TICKETS)).toEqual({
    ...EMPTY_WATERMARK,
    time: at(20.000001),
    id: 0,
  });
});

it("ends once it remembers as many as it may", async () => {
  const page = (index: number) =>
    Array.from({ length: 100 }, (_, row) => recordAt(1 + index * 100 + row, 59));
  const list = listOf(Array.from({ length: 30 }, (_, index) => page(index)));
  const { recentRecords } = await readInitialWatermark(list.client, TICKETS);
  expect(list.asked).toHaveLength(MAX_RECENT_RECORDS / 100);
  expect(Object.keys(recentRecords)).toHaveLength(MAX_RECENT_RECORDS);
});

it("of an empty account is none", async () => {
  const list = listOf([[]]);
  expect(await readInitialWatermark(list.client, TICKETS)).toEqual(EMPTY_WATERMARK);
  expect(list.asked).toEqual([0, 0]);
});
