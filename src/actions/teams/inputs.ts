import { fieldsOf } from "../../inputs/field";
import { people } from "../../inputs/people";

/** The id in the path of an operation on one team. @param purpose what it is asked for. */
export function teamId(operation: "get-team" | "update-team" | "delete-team", purpose: string) {
  return fieldsOf(operation)("id", {
    label: "Team ID",
    comments: purpose,
    example: "12",
    required: true,
    dataSource: "selectTeam",
  });
}

/** How a team's name is shown; only a new team must have one. */
export const teamName = {
  label: "Name",
  comments: "Name of the team.",
  example: "Returns",
} as const;

/** What a team can have beside its name. */
export function teamFields(operation: "create-team" | "update-team") {
  const field = fieldsOf(operation);
  return {
    description: field("description", {
      label: "Description",
      comments: "What the team is for.",
      example: "Handles returns and refunds.",
    }),
    members: field(
      "members",
      {
        label: "Members",
        comments:
          "IDs of the users in the team. An update replaces the whole list; leave it blank to keep the members.",
        example: "93",
      },
      people,
    ),
    decoration: field("decoration", {
      label: "Decoration",
      comments: "How Gorgias shows the team: an object, such as one with an emoji.",
      example: '{"emoji": "📦"}',
    }),
  };
}
