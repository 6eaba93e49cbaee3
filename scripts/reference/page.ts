/** The component's documentation page, from what the platform is told of the component. */
import type { Action, Component, Input } from "@prismatic-io/spectral/dist/serverTypes";
import { code, escapeText, jsonBlock, table } from "./markdown";
import type { Resource } from "./resources";

type Operation = Pick<Action, "key" | "display" | "inputs" | "examplePayload"> & {
  outputSchema?: Action["outputSchema"];
};

/** More choices than this are counted instead of listed. */
const MAX_LISTED_CHOICES = 25;

const COLLECTIONS: Record<string, string> = {
  valuelist: "A list of values.",
  keyvaluelist: "A list of keys and values.",
};
const TYPES: Record<string, string> = {
  data: "Binary data.",
  template: "Not shown: filled in by the component.",
};
/** Of inputs that hold code. */
const LANGUAGES: Record<string, string> = { json: "JSON.", javascript: "JavaScript." };

interface Group {
  heading: string;
  operations: readonly Operation[];
}

/**
 * The page in Markdown. Operations are sorted by label, inputs are in the designer's order.
 *
 * @param resources the groups of the actions, in their order.
 */
export function renderPage(component: Component, resources: readonly Resource[]): string {
  const { dataSources } = component;
  const triggers = byLabel(component.triggers);
  const groups = groupActions(component.actions, resources);
  const inputTable = (inputs: readonly Input[]): string =>
    table(
      ["Input", "Notes", "Example"],
      inputs.map((input) => [
        `${escapeText(input.label)}${input.required ? " (required)" : ""}<br>${code(input.key)}`,
        notesOf(input, dataSources),
        input.example ? code(input.example) : "",
      ]),
    );
  const section = (operation: Operation, level: string, kind = "", also: string[] = []) => [
    `${level} ${escapeText(operation.display.label)}`,
    `${escapeText(operation.display.description)} | key: ${code(operation.key)}${kind}`,
    ...also,
    inputTable(operation.inputs),
    ...outputOf(operation),
    ...(operation.examplePayload === undefined
      ? []
      : ["Example payload:", jsonBlock(readable(operation.examplePayload))]),
  ];

  return `${[
    `# ${escapeText(component.display.label)} Component`,
    "<!-- Written by `npm run docs` from the component's definition. -->",
    escapeText(component.display.description),
    `Component key: ${code(component.key)}`,
    "## Contents",
    contents(groups, triggers),
    "## Connections",
    ...component.connections.flatMap((connection) => [
      `### ${escapeText(connection.label)}`,
      `${escapeText(connection.comments ?? "")} | key: ${code(connection.key)}`,
      inputTable(connection.inputs),
    ]),
    "## Triggers",
    ...triggers.flatMap((trigger) =>
      section(trigger, "###", ` | type: ${kindOf(trigger)}`, [
        `What it delivers, costs and cannot see: [${pageOf(trigger)}](../${pageOf(trigger)}).`,
      ]),
    ),
    "## Data Sources",
    ...byLabel(dataSources).flatMap((source) =>
      section(source, "###", ` | type: ${source.dataSourceType}`),
    ),
    "## Actions",
    ...groups.flatMap(({ heading, operations }) => [
      `### ${escapeText(heading)}`,
      ...operations.flatMap((operation) => section(operation, "####")),
    ]),
  ].join("\n\n")}\n`;
}

function choicesOf({ model }: Input): string {
  if (!model?.length) {
    return "";
  }
  return model.length > MAX_LISTED_CHOICES
    ? `Choices: ${model.length} values.`
    : `Choices: ${model.map(({ value }) => code(value)).join(", ")}.`;
}

/** @param dataSources by their keys. */
function notesOf(input: Input, dataSources: Component["dataSources"]): string {
  const facts = [
    TYPES[input.type] ?? LANGUAGES[input.language ?? ""] ?? "",
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
}

/** The fields of what an action returns, those of records inside them by their paths. */
function outputOf({ outputSchema }: Operation): string[] {
  const { schema = "{}" } = (outputSchema ?? {}) as { schema?: string };
  const parsed = JSON.parse(schema);
  const fields = pathsOf(parsed).map(code).join(", ");
  const form = parsed.type === "array" ? " (a bare list, without an envelope)" : "";
  return fields ? [`Output fields${form}: ${fields}.`] : [];
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

/** `id`, `tags[].name` and so on. */
function pathsOf(schema: JsonSchema | undefined, at = ""): string[] {
  if (schema?.items) {
    const inside = pathsOf(schema.items, `${at}[]`);
    return inside.length > 0 ? inside : at ? [`${at}[]`] : [];
  }
  if (!schema?.properties) {
    return at ? [at] : [];
  }
  return Object.entries(schema.properties).flatMap(([key, inner]) =>
    pathsOf(inner, at ? `${at}.${key}` : key),
  );
}

/** Marks binary data, which JSON would spell out byte by byte. */
function readable(payload: unknown): unknown {
  if (Buffer.isBuffer(payload)) {
    return `<binary data, ${payload.length} bytes>`;
  }
  if (Array.isArray(payload)) {
    return payload.map(readable);
  }
  if (payload === null || typeof payload !== "object" || "toJSON" in payload) {
    return payload;
  }
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, readable(value)]));
}

function byLabel<T extends Operation>(operations: Record<string, T>): T[] {
  return Object.values(operations).sort((a, b) =>
    a.display.label.localeCompare(b.display.label, "en"),
  );
}

function kindOf({ isPollingTrigger, hasOnInstanceDeploy }: Component["triggers"][string]): string {
  if (isPollingTrigger) {
    return "polling";
  }
  return hasOnInstanceDeploy ? "webhook" : "batch";
}

/** Where a heading is, as GitHub names it. The page gives no two headings the same name. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
}

function link(heading: string): string {
  return `[${escapeText(heading)}](#${anchorOf(heading)})`;
}

/** A trigger's own page is named after its label. */
function pageOf({ display }: Operation): string {
  return `docs/triggers/${anchorOf(display.label)}.md`;
}

/**
 * The actions under the headings of their resources.
 *
 * @throws Error for an action that is under none.
 */
function groupActions(
  actions: Component["actions"],
  resources: readonly Resource[],
): readonly Group[] {
  const homeless = new Set(Object.keys(actions));
  const groups = resources.map(({ heading, keys }) => {
    const own = Object.entries(actions).filter(([key]) => keys.has(key));
    for (const [key] of own) {
      homeless.delete(key);
    }
    return { heading, operations: byLabel(Object.fromEntries(own)) };
  });
  if (homeless.size > 0) {
    throw new Error(`In no folder of src/actions: ${[...homeless]}.`);
  }
  return groups.filter(({ operations }) => operations.length > 0);
}

function contents(groups: readonly Group[], triggers: readonly Operation[]): string {
  const count = groups.reduce((sum, { operations }) => sum + operations.length, 0);
  const list = (operations: readonly Operation[]) =>
    operations.map(({ display }) => link(display.label)).join(" · ");
  return [
    `- ${link("Connections")}`,
    `- ${link("Triggers")}: ${list(triggers)}`,
    `- ${link("Data Sources")}`,
    `- ${link("Actions")} (${count})`,
    ...groups.map(({ heading, operations }) => `  - **${link(heading)}**: ${list(operations)}`),
  ].join("\n");
}
