import { fieldSchema } from "../../contract/fieldSchemas";
import type { RouteInputs } from "../../contract/routes";
import { choice, json } from "../../inputs/clean";

/** How the user in a path is shown: 0 is the caller, where the contract allows it. */
const USER_ID = {
  label: "User ID",
  example: "93",
  required: true,
  dataSource: "selectUser",
} as const;

/** The id in the path of an operation on one user. @param comments what it is asked for. */
export function userId(comments: string) {
  return { ...USER_ID, comments } as const;
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

const ROLES = fieldSchema("POST /users", "role").properties?.name?.enum ?? [];
const roleOf = json<RouteInputs<"POST /users">["role"]>(
  userRole.label,
  fieldSchema("POST /users", "role"),
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
export const userFields = {
  bio: {
    label: "Bio",
    comments: "A few words about the user.",
    example: "Returns specialist.",
    rare: true,
  },
  country: {
    label: "Country",
    comments: "Country of the user, as its two-letter code (ISO 3166).",
    example: "FR",
    rare: true,
  },
  external_id: {
    label: "External ID",
    comments: "ID of the user in another system. Gorgias does not use it.",
    example: "EMP-42",
    rare: true,
  },
  language: {
    label: "Language",
    comments: "The language in which the user sees Gorgias.",
    example: "en",
  },
  timezone: {
    label: "Timezone",
    comments: "The user's timezone, by its IANA name.",
    example: "Europe/Paris",
  },
  meta: {
    label: "Meta",
    comments:
      "How the user signs in and is shown: an object with sso (google or office365) and profile_picture_url.",
    example: '{"sso": "google", "profile_picture_url": "https://example.com/jane.png"}',
    rare: true,
  },
} as const;
