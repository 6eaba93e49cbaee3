import { people } from "../../inputs/people";

/** The id in the path of an operation on one view. @param comments what it is asked for. */
export function viewId(comments: string) {
  return {
    label: "View ID",
    comments,
    example: "21",
    required: true,
    dataSource: "selectView",
  } as const;
}

/** What a view is created with, and what an update can change. */
export const viewFields = {
  name: {
    label: "Name",
    comments: "Name of the view.",
    example: "Open returns",
  },
  type: {
    label: "Type",
    comments: "What the view lists: tickets or customers.",
    example: "ticket-list",
  },
  filters: {
    label: "Filters",
    comments:
      "Which records the view holds, as an expression of Gorgias's filter language. Join conditions with &&.",
    example: "eq(ticket.status, 'open')",
  },
  search: {
    label: "Search Text",
    comments: "Words that the records of the view must contain.",
    example: "refund",
  },
  fields: {
    label: "Fields",
    comments: "The columns that the view shows.",
    example: "subject",
  },
  order_by: {
    label: "Order By",
    comments: "Attribute that the records of the view are ordered by.",
    example: "updated_datetime",
  },
  order_dir: {
    label: "Order Direction",
    comments: "Whether the smallest or oldest come first (asc), or the largest or newest (desc).",
    example: "desc",
  },
  visibility: {
    label: "Visibility",
    comments:
      "Who sees the view: everybody (public), the users and teams it is shared with (shared), or only its owner (private).",
    example: "shared",
  },
  shared_with_teams: {
    label: "Shared With Teams",
    comments: "IDs of the teams that see a shared view, at most 100.",
    example: "12",
    as: people,
    dataSource: "selectTeam",
  },
  shared_with_users: {
    label: "Shared With Users",
    comments: "IDs of the users who see a shared view, at most 100.",
    example: "93",
    as: people,
    dataSource: "selectUser",
  },
  section_id: {
    label: "Section ID",
    comments: "ID of the section of the sidebar that the view is shown in.",
    example: "7",
    rare: true,
  },
  slug: {
    label: "Slug",
    comments: "Short name of the view for addresses: letters, digits and dashes.",
    example: "open-returns",
    rare: true,
  },
  decoration: {
    label: "Decoration",
    comments: "How Gorgias shows the view: an object with an emoji.",
    example: '{"emoji": "📥"}',
    rare: true,
  },
} as const;
