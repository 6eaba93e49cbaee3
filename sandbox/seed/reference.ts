/** The account that tickets live in: its users, teams, tags, custom fields, integrations, views. */

import type { Schemas } from "../contract/types";
import type { State } from "../state/state";
import { userUri } from "../state/users";
import { EMPTY_PROGRAM } from "../state/views";
import {
  AGENT_IDS,
  API_USER_EMAIL,
  API_USER_ID,
  BOT_USER_ID,
  EMAIL_INTEGRATION_ID,
  FIELD_IDS,
  SUPPORT_ADDRESS,
  TAG_IDS,
  TEAM_IDS,
  VIEW_IDS,
} from "./ids";

const CREATED = "2024-11-04T09:00:00.000000+00:00";

export function loadReferenceData(state: State): void {
  state.users.load(users());
  state.teams.load(teams());
  state.tags.load(tags());
  state.customFields.load(customFields());
  state.integrations.load(integrations());
  state.views.load(views());
}

function users(): Schemas["User"][] {
  return [
    user(API_USER_ID, "Olive Owner", API_USER_EMAIL, "admin"),
    user(AGENT_IDS[0], "Anna Agent", "anna@sandbox.example", "agent"),
    user(AGENT_IDS[1], "Ben Basic", "ben@sandbox.example", "basic-agent"),
    user(AGENT_IDS[2], "Lia Lead", "lia@sandbox.example", "agent"),
    user(BOT_USER_ID, "Gorgias Bot", "bot@sandbox.example", "bot"),
  ];
}

function user(id: number, name: string, email: string, role: string): Schemas["User"] {
  const [firstname = "", lastname = ""] = name.split(" ");
  return {
    id,
    active: true,
    bio: null,
    created_datetime: CREATED,
    country: null,
    deactivated_datetime: null,
    email,
    external_id: null,
    firstname,
    lastname,
    language: "en",
    has_password: true,
    has_2fa_enabled: false,
    meta: { sso: null, profile_picture_url: null },
    name,
    role: { name: role },
    timezone: "UTC",
    updated_datetime: CREATED,
    client_id: null,
    uri: userUri(id),
  };
}

function teams(): Schemas["Team"][] {
  return [
    team(TEAM_IDS[0], "Support", [AGENT_IDS[0], AGENT_IDS[1]]),
    team(TEAM_IDS[1], "Escalations", [AGENT_IDS[2]]),
  ];
}

function team(id: number, name: string, members: readonly number[]): Schemas["Team"] {
  return {
    id,
    uri: `/api/teams/${id}/`,
    name,
    description: null,
    decoration: {},
    members: members.map((member) => ({ id: member })),
    created_datetime: CREATED,
  };
}

function tags(): Schemas["Tag"][] {
  const names = ["order-status", "refund", "urgent", "vip", "wholesale"];
  return names.map((name, index) => {
    const id = TAG_IDS[0] + index;
    return {
      id,
      name,
      description: null,
      decoration: { color: "#F58D86" },
      usage: 0,
      uri: `/api/tags/${id}/`,
      created_datetime: CREATED,
      deleted_datetime: null,
    };
  });
}

function customFields(): Schemas["CustomField"][] {
  const text = { data_type: "text", input_settings: { input_type: "input" } } as const;
  const dropdown = {
    data_type: "text",
    input_settings: { input_type: "dropdown", choices: ["Damaged", "Late", "Late::Carrier"] },
  } as const;
  const number = {
    data_type: "number",
    input_settings: { input_type: "input_number", min: 0, max: 1000 },
  } as const;
  const boolean = {
    data_type: "boolean",
    input_settings: { input_type: "dropdown", choices: [true, false] },
  } as const;
  return [
    customField(FIELD_IDS.text, "Product", text),
    customField(FIELD_IDS.dropdown, "Contact reason", dropdown),
    customField(FIELD_IDS.number, "Order value", number),
    customField(FIELD_IDS.boolean, "Resolved at first contact", boolean),
    { ...customField(FIELD_IDS.archived, "Old field", text), deactivated_datetime: CREATED },
    { ...customField(FIELD_IDS.customer, "Loyalty tier", text), object_type: "Customer" },
  ];
}

function customField(id: number, label: string, definition: unknown): Schemas["CustomField"] {
  return {
    id,
    external_id: null,
    object_type: "Ticket",
    label,
    description: null,
    priority: 0,
    required: false,
    requirement_type: "visible",
    managed_type: null,
    definition: definition as Schemas["CustomFieldDefinition"],
    created_datetime: CREATED,
    updated_datetime: CREATED,
    deactivated_datetime: null,
  };
}

function integrations(): Schemas["Integration"][] {
  return [
    {
      id: EMAIL_INTEGRATION_ID,
      name: "Support",
      type: "email",
      description: null,
      created_datetime: CREATED,
      updated_datetime: CREATED,
      deactivated_datetime: null,
      locked_datetime: null,
      decoration: null,
      http: null,
      meta: {
        provider: "sendgrid",
        address: SUPPORT_ADDRESS,
        preferred: true,
        verified: true,
      },
      user: { id: API_USER_ID },
      application_id: null,
      managed: false,
      business_hours_id: null,
      uri: `/api/integrations/${EMAIL_INTEGRATION_ID}/`,
    },
  ];
}

const INBOX =
  "eq(ticket.status, 'open') && isEmpty(ticket.trashed_datetime) && eq(ticket.spam, false)";

function views(): Schemas["View"][] {
  return [
    view(VIEW_IDS.open, "Open", "ticket-list", "eq(ticket.status, 'open')"),
    view(VIEW_IDS.closed, "Closed", "ticket-list", "eq(ticket.status, 'closed')"),
    view(VIEW_IDS.all, "All", "ticket-list", ""),
    view(VIEW_IDS.frenchCustomers, "French", "customer-list", "eq(customer.language, 'fr')"),
    { ...view(VIEW_IDS.inbox, "Inbox", "ticket-list", INBOX), category: "system" },
  ];
}

function view(id: number, name: string, type: string, filters: string): Schemas["View"] {
  return {
    id,
    uri: `/api/views/${id}/`,
    category: "user",
    created_datetime: CREATED,
    deactivated_datetime: null,
    decoration: {},
    fields: ["id", "subject"],
    filters,
    filters_ast: EMPTY_PROGRAM,
    name,
    order_by: "updated_datetime",
    order_dir: "desc",
    search: null,
    section_id: null,
    shared_with_teams: [],
    shared_with_users: [],
    slug: name.toLowerCase(),
    type,
    visibility: "public",
  };
}
