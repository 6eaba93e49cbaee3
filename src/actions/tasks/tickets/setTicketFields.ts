import { gorgiasAction } from "../../../action";
import { outputSchemaOf } from "../../../contract/outputs";
import type { Schemas } from "../../../contract/types";
import { path } from "../../../http/path";
import { keyValues } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { listRecords } from "../../../lists";
import { updateTicketCustomFieldsExample } from "../../tickets/examples";
import { changedTicketId } from "../inputs";
import { readFieldValues } from "./fieldValues";

type TicketFieldValue = Schemas["TicketFieldValue"];

const FIELDS = "Fields";

export const setTicketFields = gorgiasAction({
  outputSchema: outputSchemaOf("GET /tickets/{ticket_id}/custom-fields", "records"),
  display: {
    label: "Set Ticket Fields",
    description:
      "Set ticket fields by their labels, and leave all others as they are. Returns the values of the ticket.",
  },
  reads: false,
  inputs: {
    id: changedTicketId,
    fields: input(
      {
        label: FIELDS,
        comments:
          "Each key is the label or ID of a ticket field, each value what to set: text, a number, yes or no or, for a dropdown, one of its choices, such as Order > Refund. All are looked at before any is set.",
        example: "Product:Shoe",
        required: true,
      },
      { type: "string", collection: "keyvaluelist", clean: keyValues(FIELDS) },
    ),
  },
  perform: async (client, { id, fields }) => {
    // Each by its own request: one for all would delete the values that are left out.
    for (const { id: fieldId, value } of await readFieldValues(client, FIELDS, fields)) {
      await client.request("PUT /tickets/{ticket_id}/custom-fields/{id}", {
        ticket_id: id,
        id: fieldId,
        body: value,
      });
    }
    const { data } = await listRecords<TicketFieldValue>(
      client,
      path`/tickets/${id}/custom-fields`,
      {},
    );
    return { data };
  },
  examplePayload: updateTicketCustomFieldsExample,
});
