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
  filters: field("filters", viewFields.filters),
  fields: field("fields", viewFields.fields),
  category: input(
    { label: "Category", comments: "Category of the view that is searched.", example: "user" },
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
