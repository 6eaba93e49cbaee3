import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";
import { FIRST_MESSAGE_ID } from "../../seed/ids";
import type { PersonRef } from "./people";

type Message = Schemas["TicketMessage"];

/** What only messages written through the API carry; seeded ones are kept small. */
type OptionalFields =
  | "message_id"
  | "external_id"
  | "public"
  | "source"
  | "integration_id"
  | "rule_id"
  | "body_html"
  | "stripped_text"
  | "stripped_html"
  | "stripped_signature"
  | "attachments"
  | "macros"
  | "actions"
  | "headers"
  | "intents"
  | "imported"
  | "meta"
  | "failed_datetime"
  | "opened_datetime"
  | "deleted_datetime"
  | "last_sending_error"
  | "is_retriable"
  | "processed_datetime";

export interface MessageRecord extends Readonly<Partial<Pick<Message, OptionalFields>>> {
  readonly id: number;
  readonly ticket_id: number;
  readonly channel: string;
  readonly via: string;
  readonly from_agent: boolean;
  readonly sender: PersonRef | null;
  readonly receiver: PersonRef | null;
  readonly subject: string | null;
  readonly body_text: string | null;
  readonly created_datetime: string;
  readonly sent_datetime: string | null;
  readonly mention_ids?: readonly number[];
}

export function messageCollection() {
  return new Collection<MessageRecord, "created_datetime", "ticket_id" | "rule_id">(
    {
      orders: { created_datetime: (message) => message.created_datetime },
      groups: {
        ticket_id: (message) => [message.ticket_id],
        rule_id: ({ rule_id }) => (typeof rule_id === "number" ? [rule_id] : []),
      },
    },
    FIRST_MESSAGE_ID,
  );
}

/** A message that was carried to a customer, and when. */
export interface SentMessage {
  readonly messageId: number;
  readonly ticketId: number;
  readonly at: string;
}

/** Messages waiting to be sent, oldest first; due by the clock (ms). */
export type Outbox = { messageId: number; dueMs: number }[];
