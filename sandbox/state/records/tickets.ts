import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";
import type { FieldValues } from "./fieldValues";

export interface TicketRecord {
  readonly id: number;
  readonly external_id: string | null;
  readonly language: string | null;
  readonly status: Schemas["TicketStatus"];
  readonly priority: Schemas["TicketPriority"];
  readonly channel: string;
  readonly via: string;
  readonly from_agent: boolean | null;
  readonly customer_id: number | null;
  readonly assignee_user_id: number | null;
  readonly assignee_team_id: number | null;
  readonly subject: string | null;
  readonly meta: Record<string, unknown> | null;
  readonly tag_ids: readonly number[];
  readonly field_values: FieldValues;
  readonly is_unread: boolean;
  readonly spam: boolean;
  readonly imported: boolean;
  readonly created_datetime: string;
  readonly updated_datetime: string;
  readonly opened_datetime: string | null;
  readonly last_received_message_datetime: string | null;
  readonly last_message_datetime: string | null;
  readonly closed_datetime: string | null;
  readonly snooze_datetime: string | null;
  readonly trashed_datetime: string | null;
}

export function ticketCollection() {
  return new Collection<
    TicketRecord,
    "created_datetime" | "updated_datetime",
    "customer_id" | "external_id"
  >({
    orders: {
      created_datetime: (ticket) => ticket.created_datetime,
      updated_datetime: (ticket) => ticket.updated_datetime,
    },
    groups: {
      customer_id: ({ customer_id }) => (customer_id === null ? [] : [customer_id]),
      external_id: ({ external_id }) => (external_id === null ? [] : [external_id]),
    },
  });
}

export const BLANK_TICKET: Omit<
  TicketRecord,
  "id" | "channel" | "via" | "created_datetime" | "updated_datetime"
> = {
  external_id: null,
  language: null,
  status: "open",
  priority: "normal",
  from_agent: null,
  customer_id: null,
  assignee_user_id: null,
  assignee_team_id: null,
  subject: null,
  meta: null,
  tag_ids: [],
  field_values: new Map(),
  is_unread: false,
  spam: false,
  imported: false,
  opened_datetime: null,
  last_received_message_datetime: null,
  last_message_datetime: null,
  closed_datetime: null,
  snooze_datetime: null,
  trashed_datetime: null,
};
