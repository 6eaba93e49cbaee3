import type { OutputSchema } from "@prismatic-io/spectral";
import contract from "./generated/outputs.json";
import { type Route, routeEntry } from "./routes";

type JsonSchema = Record<string, unknown>;

const records = contract.records as Record<string, JsonSchema>;
const outputs = contract.outputs as Partial<Record<string, string>>;
const cursor = { type: ["string", "null"] };

const SUCCESS_SCHEMA = { type: "object", properties: { message: { type: "string" } } };

/** The output of an action of which no more can be said than this. */
export function untypedOutput(description: string): OutputSchema {
  return {
    type: "actionOutput",
    schema: { description } as never,
  };
}

/**
 * What the designer is told of an action's data.
 *
 * @param gives "records" when the action takes a list out of its envelope.
 */
export function outputSchemaOf(route: Route, gives?: "records"): OutputSchema {
  const output = outputs[routeEntry(route).operation];
  const schema = output
    ? schemaOf(gives ? output.replace(/^\{(.*)\}$/, "$1[]") : output)
    : undefined;
  return { type: "actionOutput", schema: (schema ?? SUCCESS_SCHEMA) as never };
}

/** The schema of one record of the list that an operation answers. */
export function recordSchema(route: Route): JsonSchema {
  return recordOf(outputs[routeEntry(route).operation]?.replace(/[^A-Za-z]/g, "") ?? "");
}

/** Is the response of an operation empty? */
export function answersNothing(route: Route): boolean {
  return outputs[routeEntry(route).operation] === undefined;
}

function envelopeOf(items: JsonSchema): JsonSchema {
  return {
    type: "object",
    properties: {
      object: { type: "string" },
      uri: { type: "string" },
      data: { type: "array", items },
      meta: { type: "object", properties: { prev_cursor: cursor, next_cursor: cursor } },
    },
  };
}

function recordOf(name: string): JsonSchema {
  const record = records[name];
  if (!record) {
    throw new Error(`The contract answers no ${name}.`);
  }
  return record;
}

/** The schema of `"Ticket"`, of `"Ticket[]"`, and of `"{Ticket}"`, a list's envelope. */
function schemaOf(output: string): JsonSchema {
  const name = output.replace(/[^A-Za-z]/g, "");
  if (output.endsWith("[]")) {
    return { type: "array", items: recordOf(name) };
  }
  return output.startsWith("{") ? envelopeOf(recordOf(name)) : recordOf(name);
}
