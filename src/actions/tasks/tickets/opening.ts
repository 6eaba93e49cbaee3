/** The first message of a new ticket: who wrote it, on what, and between which addresses. */
import type { GorgiasClient } from "../../../client";
import { fieldSchema } from "../../../contract/fieldSchemas";
import type { Schemas } from "../../../contract/types";
import { choice, openChoice } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { refuse } from "../../../inputs/refusal";
import { emailAddress } from "../customers/emails";
import { completeBodies } from "../messages/bodies";
import type { NewMessage } from "../types";
import { type Correspondent, type EmailSides, emailSides } from "./emailSides";

const AUTHORS = ["customer", "agent"];

/** The channels whose customers are answered by email, and the type of a message's source there. */
const BY_EMAIL = new Map([
  ["email", "email"],
  ["contact_form", "contact-form"],
  ["help-center", "help-center-contact-form"],
]);

export const openingInputs = {
  written_by: input(
    {
      label: "Written By",
      comments:
        "Who wrote the message. From an agent, it is sent to the customer as a new email at once. From a customer, nobody is mailed, though rules of the account may answer. If left blank, the customer.",
      example: "customer",
      default: "customer",
      choices: AUTHORS,
    },
    { type: "string", clean: choice("Written By", AUTHORS) },
  ),
  channel: input(
    {
      label: "Channel",
      comments:
        "Where the customer wrote, such as email, contact_form, phone or api. Reply to Ticket can answer a ticket of email or contact_form. An agent writes by email. If left blank, email.",
      example: "email",
      default: "email",
    },
    { type: "string", clean: openChoice("Channel", fieldSchema("POST /tickets", "channel")) },
  ),
  from_address: input(
    {
      label: "From Address",
      comments:
        "The account's side of the conversation by email: an agent's email is sent from this address, and a customer's counts as sent to it. It must belong to an email integration. If left blank, it is the only one that the account has.",
      example: "support@example.com",
      dataSource: "selectEmailAddress",
    },
    { type: "string", clean: emailAddress("From Address") },
  ),
};

export interface Opening {
  isByAgent: boolean;
  channel: string;
  from_address?: string;
}

/** What the builder chose. @throws InputError for choices that do not go together */
export function checkOpening({
  written_by,
  channel = "email",
  from_address,
}: {
  written_by?: string;
  channel?: string;
  from_address?: string;
}): Opening {
  const isByAgent = written_by === "agent";
  if (channel === "internal-note") {
    throw refuse("Channel", "must be one that a customer uses", channel);
  }
  if (isByAgent && channel !== "email") {
    throw refuse("Channel", "must be email when Written By is agent", channel);
  }
  if (from_address !== undefined && !BY_EMAIL.has(channel)) {
    throw refuse("From Address", `must be left blank on the channel ${channel}`, from_address);
  }
  return { isByAgent, channel, from_address };
}

/** The addresses, where customers are answered by email. @throws InputError as `emailSides` does */
export async function openingSides(
  client: GorgiasClient,
  { channel, from_address }: Opening,
  correspondent: Correspondent,
): Promise<EmailSides | undefined> {
  return BY_EMAIL.has(channel) ? emailSides(client, correspondent, from_address) : undefined;
}

interface Content {
  subject?: string | null;
  body_text?: string | null;
  body_html?: string | null;
  attachments?: NewMessage["attachments"];
  sender_id?: number;
}

/** The message. By an agent it has no sent_datetime, and so Gorgias sends it. */
export function openingMessage(
  { isByAgent, channel }: Opening,
  sides: EmailSides | undefined,
  { id }: Schemas["Customer"],
  { subject, body_text, body_html, attachments, sender_id }: Content,
): Partial<NewMessage> {
  const source = sides && {
    type: BY_EMAIL.get(channel),
    ...(isByAgent
      ? { from: sides.account, to: [sides.customer] }
      : { from: sides.customer, to: [sides.account] }),
  };
  const people = isByAgent
    ? { sender: sender_id === undefined ? undefined : { id: sender_id }, receiver: { id } }
    : { sender: { id } };
  return {
    ...completeBodies({ body_text, body_html }),
    attachments,
    subject,
    channel,
    via: "api",
    from_agent: isByAgent,
    source,
    ...people,
  };
}
