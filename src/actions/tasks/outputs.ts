/** What the designer is told of tasks whose output is not one record of the contract. */
import type { ActionOutputSchema } from "@prismatic-io/spectral";
import type { OperationId } from "../../contract/fields";
import { outputSchemaOf } from "../../contract/outputs";

type JsonSchema = Record<string, unknown>;

const customer = recordOf("get-customer");

const contact = ["email", "phone", "external_id"];

export const foundCustomer = actionOutput({
  ...customer,
  type: ["object", "null"],
  properties: {
    ...(customer.properties as JsonSchema),
    found_by: { type: "string", enum: contact },
  },
});

export const foundOrCreated = objectOf({
  customer,
  created: { type: "boolean" },
  found_by: { type: ["string", "null"], enum: [...contact, null] },
});

export const channelAdded = objectOf({ customer, added: { type: "boolean" } });

export const customerErased = objectOf({
  customer_id: { type: "integer" },
  deleted_tickets: { type: "integer" },
});

export const openedTicket = objectOf({
  ticket: recordOf("get-ticket"),
  created: { type: "boolean" },
});

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

const jobResult = {
  status: { type: "string", enum: ["done", "failed", "canceled", "running"] },
  job: recordOf("get-job"),
};

export const jobOutput = objectOf(jobResult);

const ids = { type: "array", items: { type: "integer" } };

export const ticketsDeleted = objectOf({ ...jobResult, deleted_ids: ids, remaining_ids: ids });

function recordOf(operation: OperationId, record?: string): JsonSchema {
  return (outputSchemaOf(operation, record) as ActionOutputSchema).schema as JsonSchema;
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
