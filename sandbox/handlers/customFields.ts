import { sortedBy } from "../collection";
import { createCustomField, updateCustomField, updateCustomFields } from "../state/customFields";
import { requireRecord } from "../state/requireRecord";
import type { Handlers } from "./handler";

export const customFieldHandlers: Handlers = {
  "list-custom-fields": ({ state, query, pager }) => {
    const { object_type, archived, search = "" } = query;
    return {
      status: 200,
      body: pager.page(
        { order_by: "priority:desc", ...query },
        {
          records: sortedBy(state.customFields.values(), ({ priority }) => priority ?? 0),
          matches: (field) =>
            field.object_type === object_type &&
            field.label.toLowerCase().includes(search.toLowerCase()) &&
            (archived === undefined || archived === Boolean(field.deactivated_datetime)),
          render: (field) => field,
        },
      ),
    };
  },

  "create-custom-field": ({ state, actor, body }) => ({
    status: 201,
    body: createCustomField(state, actor, body),
  }),

  "update-custom-fields": ({ state, actor, body }) => ({
    status: 202,
    body: { data: updateCustomFields(state, actor, body) },
  }),

  "get-custom-field": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.customFields, "Custom field", path.id),
  }),

  "update-custom-field": ({ state, actor, path, body }) => {
    const field = requireRecord(state.customFields, "Custom field", path.id);
    return { status: 202, body: updateCustomField(state, actor, field, body) };
  },
};
