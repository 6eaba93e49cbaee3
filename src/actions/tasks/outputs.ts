/** What the designer is told of tasks whose output is not one record of the contract. */
import type { ActionOutputSchema } from "@prismatic-io/spectral";
import type { OperationId } from "../../contract/fields";
import { outputSchemaOf } from "../../contract/outputs";

type JsonSchema = object;

const recordOf = (operation: OperationId, record?: string): JsonSchema =>
  (outputSchemaOf(operation, record) as ActionOutputSchema).schema;

const actionOutput = (schema: JsonSchema): ActionOutputSchema => ({
  type: "actionOutput",
  schema: schema as never,
});

const objectOf = (properties: JsonSchema): ActionOutputSchema =>
  actionOutput({ type: "object", properties });

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
