/** The component's documentation page, from what the platform is told of the component. */
import type { Action, Component, Input } from "@prismatic-io/spectral/dist/serverTypes";
import { code, escapeText, jsonBlock, table } from "./markdown";

type Operation = Pick<Action, "key" | "display" | "inputs" | "examplePayload">;

/** More choices than this are counted instead of listed. */
const MAX_LISTED_CHOICES = 25;

const COLLECTIONS: Record<string, string> = {
  valuelist: "A list of values.",
  keyvaluelist: "A list of keys and values.",
};
const TYPES: Record<string, string> = { code: "JSON.", data: "Binary data." };

const choicesOf = ({ model }: Input): string => {
  if (!model?.length) return "";
  return model.length > MAX_LISTED_CHOICES
    ? `Choices: ${model.length} values.`
    : `Choices: ${model.map(({ value }) => code(value)).join(", ")}.`;
};

/** @param dataSources by their keys. */
const notesOf = (input: Input, dataSources: Component["dataSources"]): string => {
  const facts = [
    TYPES[input.type] ?? "",
    COLLECTIONS[input.collection ?? ""] ?? "",
    choicesOf(input),
    input.dataSource
      ? `Picker: ${escapeText(dataSources[input.dataSource]?.display.label ?? input.dataSource)}.`
      : "",
    input.scope === "ON_DEPLOY" ? "For the initial sync only." : "",
    input.default === undefined || input.default === ""
      ? ""
      : `Default: ${code(String(input.default))}.`,
  ];
  return [escapeText(input.comments ?? ""), facts.filter(Boolean).join(" ")]
    .filter(Boolean)
    .join("<br>");
};

/** Marks binary data, which JSON would spell out byte by byte. */
const readable = (payload: unknown): unknown => {
  if (Buffer.isBuffer(payload)) return `<binary data, ${payload.length} bytes>`;
  if (Array.isArray(payload)) return payload.map(readable);
  if (payload === null || typeof payload !== "object" || "toJSON" in payload) return payload;
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, readable(value)]));
};

const byLabel = <T extends Operation>(operations: Record<string, T>): T[] =>
  Object.values(operations).sort((a, b) => a.display.label.localeCompare(b.display.label, "en"));

/** The page in Markdown. Operations are sorted by label, inputs are in the designer's order. */
export const renderPage = (component: Component): string => {
  const { dataSources } = component;
  const inputTable = (inputs: readonly Input[]): string =>
    table(
      ["Input", "Notes", "Example"],
      inputs.map((input) => [
        `${escapeText(input.label)}${input.required ? " (required)" : ""}<br>${code(input.key)}`,
        notesOf(input, dataSources),
        input.example ? code(input.example) : "",
      ]),
    );
  const section = (operation: Operation, kind = ""): string[] => [
    `### ${escapeText(operation.display.label)}`,
    `${escapeText(operation.display.description)} | key: ${code(operation.key)}${kind}`,
    inputTable(operation.inputs),
    ...(operation.examplePayload === undefined
      ? []
      : ["Example payload:", jsonBlock(readable(operation.examplePayload))]),
  ];
  const group = (title: string, sections: readonly string[][]): string[] =>
    sections.length === 0 ? [] : [`## ${title}`, ...sections.flat()];

  return `${[
    `# ${escapeText(component.display.label)} Component`,
    "<!-- Written by `npm run docs` from the component's definition. -->",
    escapeText(component.display.description),
    `Component key: ${code(component.key)}`,
    ...group(
      "Connections",
      component.connections.map((connection) => [
        `### ${escapeText(connection.label)}`,
        `${escapeText(connection.comments ?? "")} | key: ${code(connection.key)}`,
        inputTable(connection.inputs),
      ]),
    ),
    ...group(
      "Triggers",
      byLabel(component.triggers).map((trigger) =>
        section(trigger, trigger.isPollingTrigger ? " | type: polling" : ""),
      ),
    ),
    ...group(
      "Data Sources",
      byLabel(dataSources).map((source) => section(source, ` | type: ${source.dataSourceType}`)),
    ),
    ...group(
      "Actions",
      byLabel(component.actions).map((operation) => section(operation)),
    ),
  ].join("\n\n")}\n`;
};
