import { fieldSchema } from "../../contract/fieldSchemas";
import { text } from "../../inputs/clean";
import { ruleCode, ruleCodeAst } from "./examples";

/** The id in the path of an operation on one rule. @param comments what it is asked for. */
export function ruleId(comments: string) {
  return {
    label: "Rule ID",
    comments,
    example: "21",
    required: true,
    dataSource: "selectRule",
  } as const;
}

export const ruleName = {
  label: "Name",
  comments: "Name of the rule, as Gorgias lists it.",
  example: "Tag emails",
} as const;

export const code = {
  label: "Code",
  comments: "What the rule does, in the JavaScript of Gorgias rules.",
  example: ruleCode,
} as const;

/** Shown as an editor of JavaScript; the value stays text. */
export const javaScript = { type: "code", language: "javascript" } as const;

/** What a rule can be created with beside its name and code, and what an update can change. */
export const ruleFields = {
  event_types: {
    label: "Event Types",
    comments:
      "The events that make the rule run, joined by commas without spaces: ticket-created, ticket-updated, ticket-message-created, ticket-assigned, ticket-self-unsnoozed and satisfaction-survey-responded.",
    example: "ticket-created,ticket-updated",
    // Several events in one text, which no list of choices can offer.
    as: {
      choices: undefined,
      clean: text("Event Types", fieldSchema("POST /rules", "event_types")),
    },
  },
  description: {
    label: "Description",
    comments: "What the rule is for.",
    example: "Tags every ticket that begins with an email.",
  },
  priority: {
    label: "Priority",
    comments: "A number that places the rule in the order in which rules run.",
    example: "100",
  },
  code_ast: {
    label: "Code AST",
    comments:
      "The code of the rule as a syntax tree, in the ESTree form that JavaScript parsers give. It must say the same as Code.",
    example: JSON.stringify(ruleCodeAst),
    rare: true,
  },
  deactivated_datetime: {
    label: "Deactivated Datetime",
    comments: "When the rule was turned off. A rule without this date is active.",
    example: "2025-02-07T09:55:18.064317+00:00",
    rare: true,
  },
} as const;
