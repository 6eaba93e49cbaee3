/**
 * Rows of reporting statistics. The numbers are made up: they depend on the query, the seed and
 * nothing else, so the same query gives the same rows. What is real are the dimensions: days of the
 * period, ids of users, teams and tags that exist.
 */
import { createHash } from "node:crypto";
import type { Schemas } from "../contract/types";
import { ApiError, invalid } from "../errors";
import { normalizeTimestamp } from "../timeline";
import type { State } from "./state";

export type StatisticsQuery = Schemas["ReportingRequest"]["query"];
type Value = string | number | boolean;
export type StatisticsRow = Record<string, Value>;

const DAY_MS = 24 * 60 * 60_000;
const DEFAULT_PERIOD_DAYS = 30;
const LONGEST_PERIOD_DAYS = 366;
const MOST_ROWS = 100_000;

/**
 * Every row of a query, in its order.
 * @throws ApiError 400 for an unknown time zone, a period that is too long, or too many rows
 */
export function statisticsRows(state: State, query: StatisticsQuery): StatisticsRow[] {
  checkTimezone(query.timezone);
  const axes = [...timeAxes(state, query), ...dimensionAxes(state, query)];
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_ROWS) {
    throw new ApiError(400, `The query gives ${count} rows; at most ${MOST_ROWS} are allowed.`);
  }
  const rows = axes.reduce<StatisticsRow[]>(
    (partial, { name, values }) =>
      partial.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
  return ordered(
    rows.map((row) => withMeasures(state, query, row)),
    query.order ?? [],
  );
}

interface Axis {
  name: string;
  values: readonly Value[];
}

function checkTimezone(timezone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
  } catch {
    throw invalid("query.timezone", "No such time zone.");
  }
}

/** One value for every step of the period, in UTC. @throws ApiError 400 for an unknown step */
function timeAxes(state: State, query: StatisticsQuery): Axis[] {
  const [fromMs, toMs] = periodOf(state, query);
  return (query.time_dimensions ?? []).map(({ dimension, granularity }) => {
    if (!isGranularity(granularity)) {
      throw invalid("query.time_dimensions", `The granularity ${granularity} is unknown.`);
    }
    const values: string[] = [];
    let start = startOf(fromMs, granularity);
    while (start < toMs && values.length <= MOST_ROWS) {
      values.push(`${new Date(start).toISOString().slice(0, -1)}`);
      start = startOf(start + STEP_MS[granularity], granularity);
    }
    return { name: dimension, values };
  });
}

/** Long enough to reach the next one, and not the one after it. */
const STEP_MS = {
  hour: DAY_MS / 24,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 31 * DAY_MS,
};

type Granularity = keyof typeof STEP_MS;

function isGranularity(text: string): text is Granularity {
  return Object.hasOwn(STEP_MS, text);
}

function startOf(ms: number, granularity: Granularity): number {
  const date = new Date(ms);
  if (granularity === "month") {
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  }
  if (granularity === "week") {
    const day = startOf(ms, "day");
    return day - ((date.getUTCDay() + 6) % 7) * DAY_MS;
  }
  return Math.floor(ms / STEP_MS[granularity]) * STEP_MS[granularity];
}

/** From the filters `afterDate`, `beforeDate` or `inDateRange`; otherwise the last 30 days. */
function periodOf(state: State, { filters }: StatisticsQuery): [fromMs: number, toMs: number] {
  const bound = (operator: string, index: number) => {
    const filter = filters.find((candidate) => operatorOf(candidate) === operator);
    const text = filter?.values[index];
    return typeof text === "string" ? readMs(text) : undefined;
  };
  const to = bound("beforeDate", 0) ?? bound("inDateRange", 1) ?? state.timeline.clock.now();
  const from =
    bound("afterDate", 0) ?? bound("inDateRange", 0) ?? to - DEFAULT_PERIOD_DAYS * DAY_MS;
  if (to < from || to - from > LONGEST_PERIOD_DAYS * DAY_MS) {
    throw invalid("query.filters", `A period lasts up to ${LONGEST_PERIOD_DAYS} days.`);
  }
  return [from, to];
}

function operatorOf(filter: object): string | undefined {
  return "operator" in filter ? String(filter.operator) : undefined;
}

function readMs(text: string): number {
  const time = normalizeTimestamp(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
  if (time === undefined) {
    throw invalid("query.filters", `"${text}" is no date.`);
  }
  return Date.parse(time);
}

function dimensionAxes(state: State, { dimensions = [], filters }: StatisticsQuery): Axis[] {
  return [...new Set(dimensions)].map((name) => {
    const allowed = filters.find(
      (filter) => filter.member === name && operatorOf(filter) === "one-of",
    );
    const given = allowed?.values.map(String);
    const values = valuesOf(state, name);
    return { name, values: values.filter((value) => !given || given.includes(String(value))) };
  });
}

function valuesOf(state: State, dimension: string): readonly Value[] {
  switch (dimension) {
    case "agentId":
    case "userId":
      return [...state.users.keys()];
    case "teamId":
      return [...state.teams.keys()];
    case "tagId":
      return [...state.tags.keys()];
    case "ticketId":
      return [...state.tickets.keys()];
    case "channel":
      return ["email", "chat", "api"];
    default:
      return [1, 2, 3].map((n) => `${dimension}-${n}`);
  }
}

const DEFAULT_MEASURES = ["count"];

function withMeasures(state: State, query: StatisticsQuery, row: StatisticsRow): StatisticsRow {
  const measures = query.measures?.length ? query.measures : DEFAULT_MEASURES;
  const key = JSON.stringify([state.seed, query.scope, row]);
  const numbers = measures.map((name) => [name, plausible(name, fraction(`${key}${name}`))]);
  return { ...row, ...Object.fromEntries(numbers) };
}

/** A number that such a measure could have. */
function plausible(measure: string, share: number): number {
  if (/rate|percent/i.test(measure)) {
    return Math.round(share * 1000) / 1000;
  }
  if (/score|csat/i.test(measure)) {
    return Math.round((1 + share * 4) * 100) / 100;
  }
  const largest = /time|duration/i.test(measure) ? DAY_MS / 1000 : 200;
  return Math.floor(share * largest);
}

/** From 0 up to but not including 1, always the same for a text. */
function fraction(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}

function ordered(rows: StatisticsRow[], order: readonly string[][]): StatisticsRow[] {
  return rows.sort((a, b) => {
    for (const [name = "", direction] of order) {
      const [x, y] = [a[name] ?? "", b[name] ?? ""];
      if (x !== y) {
        return x < y === (direction !== "desc") ? -1 : 1;
      }
    }
    return 0;
  });
}
