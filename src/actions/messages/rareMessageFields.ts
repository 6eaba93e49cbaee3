const MOMENT = "2025-02-07T09:55:18.064317+00:00";

/** What a new message can have beside the documented inputs. */
export const rareMessageFields = {
  public: {
    label: "Public",
    comments:
      "Whether the customer can see the message. If left blank, the customer can. A public message of your company without a Sent Date is sent to the customer, whatever its Created Date.",
    example: "true",
    rare: true,
  },
  imported: {
    label: "Imported",
    comments:
      "Whether the message is marked as imported. This mark alone does not keep Gorgias from sending it: set Sent Date for that.",
    example: "false",
    rare: true,
  },
  integration_id: {
    label: "Integration ID",
    comments: "ID of the integration that the message is sent or received by.",
    example: "1204",
    dataSource: "selectIntegration",
    rare: true,
  },
  mention_ids: {
    label: "Mention IDs",
    comments: "IDs of the users to mention, in an internal note only.",
    example: "93",
    rare: true,
  },
  macros: {
    label: "Macros",
    comments: "The macros that the message was made with, as a JSON list of objects with their id.",
    example: '[{"id": 187}]',
    rare: true,
  },
  actions: {
    label: "Actions",
    comments: "The actions that the message performs, as a JSON list as macros have them.",
    example: '[{"name": "addTags", "title": "Add tags", "arguments": {"tags": "refund"}}]',
    rare: true,
  },
  headers: {
    label: "Headers",
    comments: "Headers of the message on the service that carried it, as JSON.",
    example: '{"X-Order": "1042"}',
    rare: true,
  },
  meta: {
    label: "Meta",
    comments: "Data of your own to keep with the message, as JSON.",
    example: '{"order": "1042"}',
    rare: true,
  },
  stripped_text: {
    label: "Stripped Text",
    comments: "The text of the message without signature and quoted messages.",
    example: "Where is my order?",
    rare: true,
  },
  stripped_html: {
    label: "Stripped HTML",
    comments: "The HTML of the message without signature and quoted messages.",
    example: "<p>Where is my order?</p>",
    rare: true,
  },
  stripped_signature: {
    label: "Stripped Signature",
    comments: "The signature that was taken off the message.",
    example: "John Doe",
    rare: true,
  },
  opened_datetime: {
    label: "Opened Date",
    comments: "When the message was opened by its receiver.",
    example: MOMENT,
    rare: true,
  },
  deleted_datetime: {
    label: "Deleted Date",
    comments: "When the message was deleted.",
    example: MOMENT,
    rare: true,
  },
  last_sending_error: {
    label: "Last Sending Error",
    comments: "Why the message could not be sent, as JSON.",
    example: '{"error": "Mailbox full"}',
    rare: true,
  },
} as const;
