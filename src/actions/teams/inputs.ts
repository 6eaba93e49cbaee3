import { integer, list } from "../../inputs/clean";
import { fieldsOf } from "../../inputs/field";

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

const MEMBERS = "Members";

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
        label: MEMBERS,
        comments:
          "IDs of the users in the team. An update replaces the whole list; leave it blank to keep the members.",
        example: "93",
      },
      { type: "string", collection: "valuelist", clean: list(MEMBERS, {}, member) },
    ),
    decoration: field("decoration", {
      label: "Decoration",
      comments: "How Gorgias shows the team: an object, such as one with an emoji.",
      example: '{"emoji": "📦"}',
    }),
  };
}

/** A member by the id of the user, or as another team holds it. */
function member(value: unknown): { id: number } {
  const { id = value } = (value ?? {}) as { id?: unknown };
  return { id: integer(MEMBERS, { minimum: 1 })(id) };
}
