import { gorgiasAction } from "../../../action";
import { fieldsOf } from "../../../inputs/input";
import { soughtBy } from "../customers/namedCustomer";
import { openTicketExample } from "../examples";
import { contentInputs, senderId } from "../inputs";
import { openedTicket } from "../outputs";
import { requireOneOf } from "../requireOneOf";
import { assigneeInputs, readAssignees } from "./assigneeInputs";
import { readFieldValues } from "./fieldValues";
import {
  createOnce,
  FIELDS_LABEL,
  newTicketInputs,
  obtainCustomer,
  readCorrespondent,
  ticketWithExternalId,
  toTags,
} from "./newTicket";
import { checkOpening, openingInputs, openingMessage, openingSides } from "./opening";

const field = fieldsOf("POST /tickets");

export const openTicket = gorgiasAction({
  outputSchema: openedTicket,
  display: {
    important: true,
    label: "Open Ticket",
    description:
      "Open a ticket with a message of a customer, or with an email that an agent sends to a customer.",
  },
  reads: false,
  inputs: {
    ...newTicketInputs,
    ...contentInputs("message"),
    ...openingInputs,
    sender_id: senderId,
    ...assigneeInputs({
      user: "If left blank, the ticket has no user.",
      team: "If left blank, the ticket has no team.",
    }),
    priority: field("priority", {
      label: "Priority",
      comments: "The priority of the ticket. If left blank, it is normal.",
      example: "high",
    }),
    external_id: field("external_id", {
      label: "External ID",
      comments:
        "An ID of your own for the ticket, so that it is opened at most once: when a ticket has it already, that one is returned and nothing is written. A run that is repeated should give the same.",
      example: "order-1042",
    }),
  },
  perform: async (client, given) => {
    const { external_id, priority, subject } = given;
    soughtBy(given);
    requireOneOf({ "Body Text": given.body_text, "Body HTML": given.body_html });
    const opening = checkOpening(given);
    const known = external_id && (await ticketWithExternalId(client, external_id));
    if (known) {
      return { data: { ticket: known, created: false } };
    }
    // All is looked up and checked before anything is written.
    const correspondent = await readCorrespondent(client, given);
    const sides = await openingSides(client, opening, correspondent);
    const assignees = await readAssignees(client, given);
    const fields = await readFieldValues(client, FIELDS_LABEL, given.custom_fields ?? []);
    const customer = await obtainCustomer(client, correspondent);
    if (opening.isByAgent) {
      client.logger.info(
        `Open Ticket sends an email from ${sides?.account.address} to ${sides?.customer.address}.`,
      );
    }
    return {
      data: await createOnce(client, {
        channel: opening.channel,
        via: "api",
        from_agent: opening.isByAgent,
        customer: { id: customer.id },
        subject,
        external_id,
        priority,
        tags: toTags(given.tags),
        ...assignees,
        custom_fields: fields.length > 0 ? fields : undefined,
        messages: [openingMessage(opening, sides, customer, given)],
      }),
    };
  },
  examplePayload: openTicketExample,
});
