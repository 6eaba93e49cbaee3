import { fieldsOf } from "../../inputs/field";
import { people } from "../../inputs/people";

/** The id in the path of an operation on one view. @param purpose what it is asked for. */
export function viewId(operation: "get-view" | "update-view" | "delete-view", purpose: string) {
  return fieldsOf(operation)("id", {
    label: "View ID",
    comments: purpose,
    example: "21",
    required: true,
    dataSource: "selectView",
  });
}

/** What a view is created with, and what an update can change. */
export function viewFields(operation: "create-view" | "update-view") {
  const field = fieldsOf(operation);
  return {
    name: field("name", {
      label: "Name",
      comments: "Name of the view.",
      example: "Open returns",
    }),
    type: field("type", {
      label: "Type",
      comments: "What the view lists: tickets or customers.",
      example: "ticket-list",
    }),
    filters: field("filters", {
      label: "Filters",
      comments:
        "Which records the view holds, as an expression of Gorgias's filter language. Join conditions with &&.",
      example: "eq(ticket.status, 'open')",
    }),
    search: field("search", {
      label: "Search Text",
      comments: "Words that the records of the view must contain.",
      example: "refund",
    }),
    fields: field("fields", {
      label: "Fields",
      comments: "The columns that the view shows.",
      example: "subject",
    }),
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute that the records of the view are ordered by.",
      example: "updated_datetime",
    }),
    order_dir: field("order_dir", {
      label: "Order Direction",
      comments: "Whether the smallest or oldest come first (asc), or the largest or newest (desc).",
      example: "desc",
    }),
    visibility: field("visibility", {
      label: "Visibility",
      comments:
        "Who sees the view: everybody (public), the users and teams it is shared with (shared), or only its owner (private).",
      example: "shared",
    }),
    shared_with_teams: field(
      "shared_with_teams",
      {
        label: "Shared With Teams",
        comments: "IDs of the teams that see a shared view, at most 100.",
        example: "12",
      },
      people,
    ),
    shared_with_users: field(
      "shared_with_users",
      {
        label: "Shared With Users",
        comments: "IDs of the users who see a shared view, at most 100.",
        example: "93",
      },
      people,
    ),
    section_id: field("section_id", {
      label: "Section ID",
      comments: "ID of the section of the sidebar that the view is shown in.",
      example: "7",
    }),
    slug: field("slug", {
      label: "Slug",
      comments: "Short name of the view for addresses.",
      example: "open-returns",
    }),
    decoration: field("decoration", {
      label: "Decoration",
      comments: "How Gorgias shows the view: an object with an emoji.",
      example: '{"emoji": "📥"}',
    }),
  };
}
