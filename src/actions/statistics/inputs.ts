import { choicesOf, type FieldSchema, fieldSchema } from "../../contract/fieldSchemas";
import type { RouteInputs } from "../../contract/routes";
import { json, list, openChoice, text } from "../../inputs/clean";
import { input } from "../../inputs/input";

type StatisticsQuery = RouteInputs<"POST /reporting/stats">["query"];

const query = fieldSchema("POST /reporting/stats", "query").properties ?? {};

/** The parts of a query of statistics, by their names in it. */
export const queryInputs = {
  scope: input(
    {
      label: "Scope",
      comments: "What the statistics are about. It decides which names the other inputs take.",
      example: "tickets-created",
      required: true,
    },
    {
      type: "string",
      choices: choicesOf(schemaOf("scope")),
      clean: openChoice("Scope", schemaOf("scope")),
    },
  ),
  filters: input(
    {
      label: "Filters",
      comments:
        "What is counted: a list of objects with member, operator and values. Give the period as periodStart and periodEnd, at most 366 days apart.",
      example:
        '[{"member": "periodStart", "operator": "afterDate", "values": ["2025-01-01T00:00:00.000"]}, {"member": "periodEnd", "operator": "beforeDate", "values": ["2025-01-31T23:59:59.999"]}]',
      required: true,
    },
    structured("Filters", "filters"),
  ),
  timezone: input(
    {
      label: "Timezone",
      comments: "The timezone that days, weeks and months are counted in, by its IANA name.",
      example: "UTC",
      required: true,
    },
    { type: "string", clean: text("Timezone", schemaOf("timezone")) },
  ),
  measures: input(
    {
      label: "Measures",
      comments: "The figures to give, by the names that the scope has for them.",
      example: "ticketCount",
    },
    names("Measures"),
  ),
  dimensions: input(
    {
      label: "Dimensions",
      comments: "What the figures are broken down by, by the names that the scope has for them.",
      example: "channel",
    },
    names("Dimensions"),
  ),
  time_dimensions: input(
    {
      label: "Time Dimensions",
      comments:
        "Dates that the figures are broken down by: a list of objects with a dimension and a granularity (hour, day, week or month).",
      example: '[{"dimension": "createdDatetime", "granularity": "day"}]',
    },
    structured("Time Dimensions", "time_dimensions"),
  ),
  order: input(
    {
      label: "Order",
      comments: "How the rows are ordered: a list of pairs of a name and asc or desc.",
      example: '[["createdDatetime", "asc"]]',
    },
    structured("Order", "order"),
  ),
};

function schemaOf(part: keyof StatisticsQuery): FieldSchema {
  return query[part] ?? {};
}

/** An input that takes a list of names. */
function names(label: string) {
  return { type: "string", collection: "valuelist", clean: list(label, {}, text(label)) } as const;
}

/** An input that takes a structured part of the query, checked against the contract. */
function structured<K extends keyof StatisticsQuery>(label: string, part: K) {
  return {
    type: "code",
    clean: json<NonNullable<StatisticsQuery[K]>>(label, schemaOf(part)),
  } as const;
}
