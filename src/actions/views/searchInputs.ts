import { choice, text } from "../../inputs/clean";
import { fieldsOf, input } from "../../inputs/input";
import { viewFields } from "./inputs";

const TYPES = ["ticket-list"] as const;
const field = fieldsOf("POST /views");

/** The view that a search describes; what describes a saved view describes it too. */
export const searchedView = {
  search: field("search", {
    label: "Search Text",
    comments:
      "Words to look for in tickets, their messages and their customers. If left blank, Filters alone decide.",
    example: "refund",
  }),
  filters: field("filters", {
    ...viewFields.filters,
    comments:
      "Which tickets to find, as an expression of Gorgias's filter language. Join conditions with &&.",
  }),
  fields: field("fields", { ...viewFields.fields, comments: "The columns to search with." }),
  category: input(
    {
      label: "Category",
      comments:
        "Whether to search as a view that Gorgias made (system) or one that a user made (user).",
      example: "user",
    },
    { type: "string", clean: text("Category") },
  ),
  type: input(
    {
      label: "Type",
      comments: "What the search finds: tickets.",
      example: "ticket-list",
      default: "ticket-list",
    },
    { type: "string", choices: TYPES, clean: choice("Type", TYPES) },
  ),
};
