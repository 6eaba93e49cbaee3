/** What the designer is told of tasks whose output is not one record of the contract. */
import type { ActionOutputSchema } from "@prismatic-io/spectral";
import type { OperationId } from "../../contract/fields";
import { outputSchemaOf } from "../../contract/outputs";

type JsonSchema = object;

const customer = recordOf("get-customer");

export const customerOrNull = actionOutput({ ...customer, type: ["object", "null"] });

export const foundOrCreated = objectOf({ customer, created: { type: "boolean" } });

export const ticketsFound = objectOf({
  data: { type: "array", items: recordOf("list-tickets", "TicketCompact") },
  reached_maximum: { type: "boolean" },
});

export const delivery = objectOf({
  status: { type: "string", enum: ["sent", "failed", "pending"] },
  message: recordOf("get-ticket-message"),
  last_sending_error: {
    type: ["object", "null"],
    properties: { error: { type: ["string", "null"] } },
  },
});

function recordOf(operation: OperationId, record?: string): JsonSchema {
  return (outputSchemaOf(operation, record) as ActionOutputSchema).schema;
}

function actionOutput(schema: JsonSchema): ActionOutputSchema {
  return {
    type: "actionOutput",
    schema: schema as never,
  };
}

function objectOf(properties: JsonSchema): ActionOutputSchema {
  return actionOutput({ type: "object", properties });
}
