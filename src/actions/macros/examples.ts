import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

/** Answers the customer and tags the ticket. */
export const macroActions = [
  {
    name: "setResponseText",
    title: "Add response text",
    type: "user",
    arguments: {
      body_text: "Hi {{ticket.customer.firstname}}, your refund is on its way.",
      body_html: "<p>Hi {{ticket.customer.firstname}}, your refund is on its way.</p>",
    },
  },
  { name: "addTags", title: "Add tags", type: "user", arguments: { tags: "refund" } },
];

const macro: Schemas["Macro"] = {
  id: 187,
  external_id: "refund-macro",
  name: "Refund confirmed",
  intent: "refund/status",
  language: "en",
  usage: 42,
  actions: macroActions,
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  updated_datetime: "2025-02-07T09:55:18.064317+00:00",
  archived_datetime: null,
  uri: "/api/macros/187/",
};

export const macroExample = { data: macro };

export const listMacrosExample: { data: ListEnvelope<Schemas["Macro"]> } = {
  data: {
    object: "list",
    uri: "/api/macros",
    data: [macro],
    meta: { prev_cursor: null, next_cursor: null },
  },
};

export const archiveMacrosExample: { data: Schemas["MacroArchiveResult"] } = {
  data: {
    data: [
      { id: 187, status: "archived" },
      { id: 188, status: "macro_used", error: { msg: "The macro is used by a rule." } },
    ],
  },
};

export const unarchiveMacrosExample: { data: Schemas["MacroArchiveResult"] } = {
  data: {
    data: [
      { id: 187, status: "unarchived" },
      { id: 188, status: "already_not_archived" },
    ],
  },
};
