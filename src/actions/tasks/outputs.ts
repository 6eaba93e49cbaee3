/** What the designer is told of tasks whose output is not one record of the contract. */
import type { ActionOutputSchema } from "@prismatic-io/spectral";
import { outputSchemaOf, recordSchema } from "../../contract/outputs";
import type { Route } from "../../contract/routes";

type JsonSchema = Record<string, unknown>;

const customer = recordOf("GET /customers/{id}");

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
  ticket: recordOf("GET /tickets/{id}"),
  created: { type: "boolean" },
});

export const ticketsFound = objectOf({
  data: { type: "array", items: recordSchema("GET /tickets") },
  reached_maximum: { type: "boolean" },
});

export const delivery = objectOf({
  status: { type: "string", enum: ["sent", "failed", "pending"] },
  message: recordOf("GET /tickets/{ticket_id}/messages/{id}"),
  last_sending_error: {
    type: ["object", "null"],
    properties: { error: { type: ["string", "null"] } },
  },
});

const jobResult = {
  status: { type: "string", enum: ["done", "failed", "canceled", "running"] },
  job: recordOf("GET /jobs/{id}"),
};

export const jobOutput = objectOf(jobResult);

const ids = { type: "array", items: { type: "integer" } };

export const ticketsDeleted = objectOf({ ...jobResult, deleted_ids: ids, remaining_ids: ids });

function recordOf(route: Route): JsonSchema {
  return (outputSchemaOf(route) as ActionOutputSchema).schema as JsonSchema;
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
