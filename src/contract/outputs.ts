import type { OutputSchema } from "@prismatic-io/spectral";
import type { OperationId } from "./fields";
import contract from "./generated/outputs.json";

type JsonSchema = Record<string, unknown>;

const records = contract.records as Record<string, JsonSchema>;
const outputs = contract.outputs as Partial<Record<OperationId, string>>;
const cursor = { type: ["string", "null"] };

const SUCCESS_SCHEMA = { type: "object", properties: { message: { type: "string" } } };

/** The output of an action of which no more can be said than this. */
export function opaqueOutput(description: string): OutputSchema {
  return {
    type: "actionOutput",
    schema: { description } as never,
  };
}

/**
 * What the designer is told of an action's data.
 *
 * @param output replaces what the operation answers, where the action makes something else of it.
 */
export function outputSchemaOf(operation: OperationId, output = outputs[operation]): OutputSchema {
  return {
    type: "actionOutput",
    schema: (output ? schemaOf(output) : SUCCESS_SCHEMA) as never,
  };
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
