import { macroActions } from "./examples";

/** The id in the path of an operation on one macro. @param comments what it is asked for. */
export function macroId(comments: string) {
  return {
    label: "Macro ID",
    comments,
    example: "187",
    required: true,
    dataSource: "selectMacro",
  } as const;
}

/** The ids of several macros. @param purpose what is done to them. */
export function macroIds(comments: string) {
  return {
    label: "Macro IDs",
    comments: `${comments} At most 30 at a time.`,
    example: "187",
    required: true,
    dataSource: "selectMacro",
  } as const;
}

export const macroName = {
  label: "Name",
  comments: "Name of the macro, by which users find it.",
  example: "Refund confirmed",
} as const;

/** What a macro can be created with beside its name, and what an update can change. */
export const macroFields = {
  actions: {
    label: "Actions",
    comments:
      "What the macro does to a ticket: a list of actions, each with a name, a title and arguments.",
    example: JSON.stringify(macroActions),
  },
  intent: {
    label: "Intent",
    comments:
      "What customers want in the messages that the macro answers. Gorgias suggests the macro for them.",
    example: "refund/status",
  },
  language: {
    label: "Language",
    comments: "Language of the macro (format: ISO_639-1).",
    example: "en",
  },
  external_id: {
    label: "External ID",
    comments:
      "ID of the macro in a foreign system. This field is not used by Gorgias, feel free to set it as you wish.",
    example: "refund-macro",
    rare: true,
  },
} as const;
