import { InputError } from "../../errors";
import { integer, keyValueObject, list, text } from "../../inputs/clean";
import { fieldValues } from "../../inputs/fieldValues";
import { input } from "../../inputs/input";
import { person } from "../../inputs/people";
import { formatValue } from "../../text";

/** The id of the ticket that is meant: itself, its custom field values, its tags. */
export const ticketId = {
  label: "Ticket ID",
  comments: "The ID of the ticket.",
  example: "1234567890",
  required: true,
  dataSource: "selectTicket",
} as const;

const moment = "2020-01-27T10:42:21.468912";

/** What a ticket is created with, and what an update can change. */
export const ticketFields = {
  assignee_team: {
    label: "Assignee Team",
    comments: "The team assigned to the ticket.",
    example: '{"id": 12}',
    as: person,
  },
  assignee_user: {
    label: "Assignee User",
    comments: "The user assigned to the ticket.",
    example: '{"id": 567}',
    as: person,
  },
  assignee_user_id: input(
    {
      label: "Assignee User ID",
      comments: "The ID of the user assigned to the ticket.",
      example: "567",
      dataSource: "selectUser",
    },
    { type: "string", clean: integer("Assignee User ID", { minimum: 0 }) },
  ),
  channel: {
    label: "Channel",
    example: "email",
  },
  closed_datetime: {
    label: "Closed Datetime",
    comments: "When the ticket was closed.",
    example: moment,
    rare: true,
  },
  custom_fields: {
    label: "Custom Fields",
    comments:
      "Values of the ticket's custom fields: a list of objects with the id of a custom field and its value, or as another ticket has them.",
    example: '[{"id": 101, "value": "Refund"}]',
    as: fieldValues,
  },
  customer: {
    label: "Customer",
    comments: "The customer linked to the ticket.",
    example: '{"email": "john@example.com"}',
    as: person,
  },
  external_id: {
    label: "External ID",
    comments:
      "External ID of the ticket in a foreign system. This field is not used by Gorgias, feel free to set it as you wish.",
    example: "RETURN#4213",
    rare: true,
  },
  from_agent: {
    label: "From Agent",
    comments:
      "Whether the first message of the ticket was sent by your company to a customer, or the opposite.",
    example: "true",
    rare: true,
  },
  language: {
    label: "Language",
    comments:
      "The language primarily used in the ticket. The language is automatically detected on the first messages by Gorgias if not set explicitly.Once the language has been set, it won't be updated according to future messages.",
    example: "en",
    rare: true,
  },
  last_message_datetime: {
    label: "Last Message Datetime",
    comments: "When the last message was sent.",
    example: moment,
    rare: true,
  },
  last_received_message_datetime: {
    label: "Last Received Message Datetime",
    comments: "When the last customer's message was sent.",
    example: moment,
    rare: true,
  },
  meta: {
    label: "Meta",
    comments:
      "Data associated with the ticket. You can use this field to store structured information (key-value data) about the ticket.",
    example: "key1:value1",
    as: { type: "string", collection: "keyvaluelist", clean: keyValueObject("Meta") },
    rare: true,
  },
  opened_datetime: {
    label: "Opened Datetime",
    comments: "When the ticket was opened for the first time by a user.",
    example: moment,
    rare: true,
  },
  priority: {
    label: "Priority",
    comments: "How urgent the ticket is.",
    example: "normal",
  },
  snooze_datetime: {
    label: "Snooze Datetime",
    comments: "When the ticket will be re-opened.",
    example: moment,
  },
  spam: {
    label: "Spam",
    comments: "Whether the ticket is considered as spam or not.",
    example: "false",
    rare: true,
  },
  tags: {
    label: "Tags",
    comments: "Tags linked to the ticket.",
    example: "tag1",
    as: { type: "string", collection: "valuelist", clean: list("Tags", {}, tag) },
    dataSource: "selectTagName",
  },
  trashed_datetime: {
    label: "Trashed Datetime",
    comments: "When the ticket was moved to the trash.",
    example: moment,
    rare: true,
  },
  updated_datetime: {
    label: "Updated Datetime",
    comments: "When the ticket was lastly updated.",
    example: moment,
    rare: true,
  },
  via: {
    label: "Via",
    comments: "How the first message of the ticket has been received or sent from Gorgias.",
    example: "email",
    rare: true,
  },
} as const;

interface Assignee {
  assignee_user?: { id?: number | null } | null;
  assignee_user_id?: number;
}

/**
 * Gorgias takes objects, not ids: Assignee User ID becomes `assignee_user: {id}`.
 *
 * @throws InputError when Assignee User is set too and says otherwise.
 */
export function assigneeOf({ assignee_user, assignee_user_id: id }: Assignee): {
  assignee_user?: { id: number };
} {
  if (id === undefined) {
    return {};
  }
  if (assignee_user && assignee_user.id !== id) {
    throw new InputError(
      `Assignee User ID and Assignee User contradict each other: set one of them; given ${id} and ${formatValue(assignee_user)}.`,
      { input: "Assignee User ID, Assignee User", given: `${id}, ${formatValue(assignee_user)}` },
    );
  }
  return { assignee_user: { id } };
}

/** A tag by its name, or as another ticket holds it. */
function tag(value: unknown): { name: string } {
  const { name = value } = (value ?? {}) as { name?: unknown };
  return { name: text("Tags", { minLength: 1, maxLength: 256 })(name) };
}
