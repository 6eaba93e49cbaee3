import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

export const customFieldExample: { data: Schemas["CustomField"] } = {
  data: {
    id: 101,
    external_id: "return-reason",
    object_type: "Ticket",
    label: "Return reason",
    description: "Why the customer sends the product back.",
    priority: 10,
    required: false,
    requirement_type: "visible",
    managed_type: null,
    definition: {
      data_type: "text",
      input_settings: {
        input_type: "dropdown",
        choices: ["Damaged", "Late", "Wrong size"],
        default: null,
      },
    },
    created_datetime: "2025-02-07T09:55:18.064317+00:00",
    updated_datetime: "2025-02-07T09:55:18.064317+00:00",
    deactivated_datetime: null,
  },
};

export const updateCustomFieldsExample: { data: Schemas["CustomField"][] } = {
  data: [customFieldExample.data],
};

export const listCustomFieldsExample: { data: ListEnvelope<Schemas["CustomField"]> } = {
  data: {
    object: "list",
    uri: "/api/custom-fields",
    data: [customFieldExample.data],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
