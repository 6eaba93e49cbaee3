/** The id in the path of an operation on one custom field. @param comments what it is asked for. */
export function customFieldId(comments: string) {
  return {
    label: "Custom Field ID",
    comments,
    example: "101",
    required: true,
    dataSource: "selectCustomField",
  } as const;
}

/** What a custom field is created with, and what an update can change. */
export const customFieldFields = {
  object_type: {
    label: "Object Type",
    comments: "Whether the custom field belongs to tickets or to customers.",
    example: "Ticket",
  },
  label: {
    label: "Label",
    comments: "Name of the custom field as agents see it, up to 255 characters.",
    example: "Return reason",
  },
  definition: {
    label: "Definition",
    comments:
      "What the custom field holds and how agents fill it in, as JSON: data_type is text, number or boolean (yes/no); input_type is input or dropdown for text, input_number for a number, dropdown for yes/no. It is always given as a whole, with all choices of a dropdown.",
    example:
      '{"data_type": "text", "input_settings": {"input_type": "dropdown", "choices": ["Damaged", "Late", "Wrong size"]}}',
  },
  description: {
    label: "Description",
    comments: "What the custom field is for, up to 1024 characters.",
    example: "Why the customer sends the product back.",
  },
  required: {
    label: "Required",
    comments: "Whether agents must fill in the custom field.",
    example: "false",
  },
  priority: {
    label: "Priority",
    comments:
      "Place of the custom field among the others, from 0 to 5000: the highest comes first.",
    example: "10",
  },
  managed_type: {
    label: "Managed Type",
    comments:
      "The purpose of a custom field that Gorgias itself fills in or reports on, such as the contact reason. Leave blank for a field of your own.",
    example: "contact_reason",
    rare: true,
  },
  external_id: {
    label: "External ID",
    comments:
      "ID of the custom field in a foreign system. It is not used by Gorgias, feel free to set it as you wish.",
    example: "return-reason",
    rare: true,
  },
  deactivated_datetime: {
    label: "Deactivated Datetime",
    comments: "When the custom field was archived. Setting it archives the field.",
    example: "2025-02-07T09:55:18.064317+00:00",
    rare: true,
  },
} as const;
