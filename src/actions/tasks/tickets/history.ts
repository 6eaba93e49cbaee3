/** Messages of the past, made ready so that Gorgias stores them and sends none. */
import { fieldSchema } from "../../../contract/fieldSchemas";
import type { Schemas } from "../../../contract/types";
import { isUnset, parseJson } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { messages as messagesKind } from "../../../inputs/messageParts";
import { cleanPart, refuse } from "../../../inputs/refusal";
import { toSortableTimestamp } from "../../../timestamp";
import { completeBodies } from "../messages/bodies";
import type { EmailSides } from "./emailSides";

type Message = Schemas["TicketMessageCreate"];

const LABEL = "Messages";
const NOTE = "internal-note";

const presentation = {
  label: LABEL,
  comments:
    "The messages, from 1 to 500, the oldest first: each with from_agent, body_text or body_html, and sent_datetime, without which Gorgias would mail an agent's message. channel is email if left out; sender, source, attachments and external_id are as in Create Ticket.",
  example:
    '[{"from_agent": false, "body_text": "Where is my order?", "sent_datetime": "2024-03-01T09:00:00"}, {"from_agent": true, "body_text": "It left our warehouse this morning.", "sent_datetime": "2024-03-01T10:30:00"}]',
  required: true,
} as const;

const schema = fieldSchema("POST /tickets", "messages");
const kind = messagesKind(presentation, schema);

export const messagesInput = input(presentation, {
  ...kind,
  clean: (value) => {
    const given = parseJson(LABEL, value, presentation.example);
    return cleanPart(() => {
      const messages = kind.clean(withChannels(given)) as unknown as Message[];
      messages.forEach(checkTimes);
      return messages;
    }, value);
  },
});

/** Does a message by email lack its addresses? */
export function needsAddresses(messages: readonly Message[]): boolean {
  return messages.some(lacksAddresses);
}

/** When the conversation began and, if it is closed, ended. */
export function historyTimes(messages: readonly Message[], status: string) {
  const times = messages
    .flatMap(({ created_datetime, sent_datetime }) => created_datetime ?? sent_datetime ?? [])
    .sort((one, other) => (sortable(one) < sortable(other) ? -1 : 1));
  const last = times.at(-1);
  return {
    ...(times[0] ? { created_datetime: times[0] } : {}),
    ...(status === "closed" && last ? { closed_datetime: last } : {}),
  };
}

/** The messages as a ticket is created with them. */
export function importedMessages(
  messages: readonly Message[],
  { id }: Schemas["Customer"],
  sides: EmailSides | undefined,
): Partial<Message>[] {
  return messages.map((message) => {
    const { from_agent, channel, sent_datetime, created_datetime } = message;
    const time = sent_datetime ?? created_datetime;
    const isToCustomer = from_agent && channel !== NOTE && channel !== "chat";
    return {
      via: "api",
      ...(from_agent ? {} : { sender: { id } }),
      ...(isToCustomer ? { receiver: { id } } : {}),
      ...(channel === NOTE ? { public: false } : {}),
      ...message,
      ...completeBodies(message),
      ...(lacksAddresses(message) && sides ? { source: sourceOf(message, sides) } : {}),
      ...(time ? { created_datetime: created_datetime ?? time, sent_datetime: time } : {}),
    };
  });
}

/** Without a channel, a message is an email. */
function withChannels(given: unknown): unknown {
  return Array.isArray(given)
    ? given.map((message) =>
        typeof message === "object" && message !== null
          ? { ...message, channel: isUnset(message.channel) ? "email" : message.channel }
          : message,
      )
    : given;
}

/** @throws InputError for a message of an agent that Gorgias would send now. */
function checkTimes({ from_agent, channel, sent_datetime }: Message, index: number): void {
  if (from_agent && channel !== NOTE && isUnset(sent_datetime)) {
    throw refuse(
      LABEL,
      "must have a sent_datetime, since Gorgias would mail the message of an agent",
      sent_datetime,
      undefined,
      { place: `[${index}]` },
    );
  }
}

function lacksAddresses({ channel, source }: Message): boolean {
  return channel === "email" && isUnset(source?.from?.address);
}

function sourceOf({ from_agent, source }: Message, { account, customer }: EmailSides) {
  const [from, to] = from_agent ? [account, customer] : [customer, account];
  return { type: "email", ...source, from, to: source?.to?.length ? source.to : [to] };
}

function sortable(time: string): string {
  return toSortableTimestamp(time) as string;
}
