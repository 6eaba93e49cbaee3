import { people } from "../../inputs/people";

/** The id in the path of an operation on one team. @param comments what it is asked for. */
export function teamId(comments: string) {
  return {
    label: "Team ID",
    comments,
    example: "12",
    required: true,
    dataSource: "selectTeam",
  } as const;
}

/** How a team's name is shown; only a new team must have one. */
export const teamName = {
  label: "Name",
  comments: "Name of the team.",
  example: "Returns",
} as const;

/** What a team can have beside its name. */
export const teamFields = {
  description: {
    label: "Description",
    comments: "What the team is for.",
    example: "Handles returns and refunds.",
  },
  members: {
    label: "Members",
    comments: "IDs of the users in the team.",
    example: "93",
    as: people,
    dataSource: "selectUser",
  },
  decoration: {
    label: "Decoration",
    comments: "How Gorgias shows the team: an object, such as one with an emoji.",
    example: '{"emoji": "📦"}',
    rare: true,
  },
} as const;
