import {
  newestFirst,
  oldestFirst,
  type ResourceType,
  sourceOf,
  versionOf,
} from "../../../src/triggers/changes/sources";
import { at } from "../../support/pagedList";

const TICKETS = sourceOf("tickets");

it.each<[ResourceType, newest: object, oldest: object]>([
  ["tickets", { order_by: "updated_datetime:desc" }, { order_by: "updated_datetime:asc" }],
  ["customers", { order_by: "updated_datetime:desc" }, { order_by: "updated_datetime:asc" }],
  ["messages", { order_by: "created_datetime:desc" }, { order_by: "created_datetime:asc" }],
  ["events", { order_by: "created_datetime:desc" }, { order_by: "created_datetime:asc" }],
  [
    "satisfaction_responses",
    { types: ["satisfaction-survey-responded"], order_by: "created_datetime:desc" },
    { types: ["satisfaction-survey-responded"], order_by: "created_datetime:asc" },
  ],
])("%s are read newest first, or oldest first", (resource, newest, oldest) => {
  expect(newestFirst(sourceOf(resource))).toEqual(newest);
  expect(oldestFirst(sourceOf(resource), "")).toEqual(oldest);
});

it("is read from a time on", () => {
  expect(oldestFirst(sourceOf("events"), at(5))).toEqual({
    order_by: "created_datetime:asc",
    created_datetime: { gte: at(5) },
  });
});

describe("a version", () => {
  const times = { created_datetime: at(1), updated_datetime: at(2) };

  it.each<[id: unknown, known: number]>([
    [7, 7],
    ["7", 7],
    ["71", 71],
    [0, 0],
  ])("of the id %j is known by it", (id, known) => {
    expect(versionOf(TICKETS, { id, ...times })?.id).toBe(known);
  });

  it.each([
    undefined,
    null,
    "",
    "x7",
    "7x",
    "7.5",
    7.5,
    2 ** 53,
    "9007199254740993",
    true,
    [7],
    {},
  ])("of the id %j is none", (id) => {
    expect(versionOf(TICKETS, { id, ...times })).toBeUndefined();
  });

  it.each([null, undefined, "text", 5])("of %j is none", (record) => {
    expect(versionOf(TICKETS, record)).toBeUndefined();
  });

  it.each([
    ["its time", times, { time: at(2), created: at(1), isStandIn: false }],
    [
      "its creation, where it lacks one",
      { created_datetime: at(1), updated_datetime: null },
      { time: at(1), created: at(1), isStandIn: true },
    ],
    ["no time at all", {}, { time: "", created: undefined, isStandIn: true }],
  ])("is placed by %s", (_, record, expected) => {
    expect(versionOf(TICKETS, { id: 7, ...record })).toEqual({ id: 7, ...expected });
  });

  it("is placed by its change, where a list is sorted by creation and it has none", () => {
    const record = { id: 7, created_datetime: null, updated_datetime: at(2) };
    expect(versionOf(sourceOf("messages"), record)).toEqual({
      id: 7,
      time: at(2),
      created: undefined,
      isStandIn: true,
    });
  });
});
