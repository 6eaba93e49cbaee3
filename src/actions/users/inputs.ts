import { type Fields, fieldSchema } from "../../contract/fields";
import { choice, json } from "../../inputs/clean";
import { fieldsOf } from "../../inputs/field";

/** How the user in a path is shown: 0 is the caller, where the contract allows it. */
const USER_ID = {
  label: "User ID",
  example: "93",
  required: true,
  dataSource: "selectUser",
} as const;

/** The id in the path of an operation on one user. @param purpose what it is asked for. */
export function userId(operation: "get-user" | "update-user" | "delete-user", purpose: string) {
  return fieldsOf(operation)("id", { ...USER_ID, comments: purpose });
}

/** How a user's email is shown; only a new user must have one. */
export const userEmail = {
  label: "Email",
  comments: "Email address that the user signs in with.",
  example: "jane@example.com",
} as const;

export const userName = {
  label: "Name",
  comments: "Full name of the user.",
  example: "Jane Doe",
} as const;

export const userRole = {
  label: "Role",
  comments: "What the user may do in Gorgias.",
  example: "agent",
} as const;

const ROLES = fieldSchema("create-user", "role").properties?.name?.enum ?? [];
const roleOf = json<Fields<"create-user">["role"]>(
  userRole.label,
  fieldSchema("create-user", "role"),
);

/** The kind of the role input: its name, or the object as another user holds it. */
export const roleKind = {
  type: "string",
  choices: ROLES,
  clean: (value: unknown) => {
    const { name = value } = (value ?? {}) as { name?: unknown };
    return roleOf({ name: choice(userRole.label, ROLES)(name) });
  },
} as const;

/** What a user can have beside email, name and role. */
export function userFields(operation: "create-user" | "update-user") {
  const field = fieldsOf(operation);
  return {
    bio: field("bio", {
      label: "Bio",
      comments: "A few words about the user.",
      example: "Returns specialist.",
    }),
    country: field("country", {
      label: "Country",
      comments: "Country of the user, as its two-letter code (ISO 3166).",
      example: "FR",
    }),
    external_id: field("external_id", {
      label: "External ID",
      comments: "ID of the user in another system. Gorgias does not use it.",
      example: "EMP-42",
    }),
    language: field("language", {
      label: "Language",
      comments: "The language in which the user sees Gorgias.",
      example: "en",
    }),
    timezone: field("timezone", {
      label: "Timezone",
      comments: "The user's timezone, by its IANA name.",
      example: "Europe/Paris",
    }),
    meta: field("meta", {
      label: "Meta",
      comments:
        "How the user signs in and is shown: an object with sso (google or office365) and profile_picture_url.",
      example: '{"sso": "google", "profile_picture_url": "https://example.com/jane.png"}',
    }),
  };
}
