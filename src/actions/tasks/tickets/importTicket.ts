import { gorgiasAction } from "../../../action";
import { fieldsOf, input } from "../../../inputs/input";
import { emailAddress } from "../customers/emails";
import { soughtBy } from "../customers/namedCustomer";
import { importTicketExample } from "../examples";
import { openedTicket } from "../outputs";
import { emailSides, requireAddress } from "./emailSides";
import { readFieldValues } from "./fieldValues";
import { historyTimes, importedMessages, messagesInput, needsAddresses } from "./history";
import {
  createOnce,
  FIELDS_LABEL,
  newTicketInputs,
  obtainCustomer,
  readCorrespondent,
  ticketWithExternalId,
  toTags,
} from "./newTicket";

const field = fieldsOf("POST /tickets");

export const importTicket = gorgiasAction({
  outputSchema: openedTicket,
  display: {
    label: "Import Ticket",
    description:
      "Store a conversation of the past as a ticket. Nobody is mailed, and a run that is repeated writes nothing.",
  },
  reads: false,
  inputs: {
    external_id: field("external_id", {
      label: "External ID",
      comments:
        "The conversation's ID in the system that it comes from. It is looked for first: when a ticket has it already, that one is returned and nothing is written.",
      example: "zendesk-40127",
      required: true,
    }),
    messages: messagesInput,
    ...newTicketInputs,
    from_address: input(
      {
        label: "From Address",
        comments:
          "The account's side of messages by email that have no source. If left blank, it is that of the only email integration that the account has.",
        example: "support@example.com",
        dataSource: "selectEmailAddress",
      },
      { type: "string", clean: emailAddress("From Address") },
    ),
    status: field("status", {
      label: "Status",
      comments: "The status of the ticket. If left blank, it is closed.",
      example: "closed",
    }),
  },
  perform: async (client, given) => {
    const { external_id, subject, status = "closed", messages, from_address } = given;
    soughtBy(given);
    const known = await ticketWithExternalId(client, external_id);
    if (known) {
      return { data: { ticket: known, created: false } };
    }
    // All is looked up and checked before anything is written.
    const correspondent = await readCorrespondent(client, given);
    const sides = !needsAddresses(messages)
      ? undefined
      : from_address === undefined
        ? await emailSides(client, correspondent, undefined)
        : { account: { address: from_address }, customer: requireAddress(correspondent) };
    const fields = await readFieldValues(client, FIELDS_LABEL, given.custom_fields ?? []);
    const customer = await obtainCustomer(client, correspondent);
    const [first] = messages;
    return {
      data: await createOnce(client, {
        channel: first?.channel,
        via: "api",
        from_agent: first?.from_agent,
        customer: { id: customer.id },
        subject,
        external_id,
        status,
        tags: toTags(given.tags),
        custom_fields: fields.length > 0 ? fields : undefined,
        imported: true,
        ...historyTimes(messages, status),
        messages: importedMessages(messages, customer, sides),
      }),
    };
  },
  examplePayload: importTicketExample,
});
