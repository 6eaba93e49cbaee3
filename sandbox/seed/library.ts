/** What an account is set up with besides its reference data: macros, rules, widgets, settings, jobs. */
import type { Schemas } from "../contract/types";
import { showSettings } from "../state/accountSettings";
import type { AccountSettingRecord } from "../state/records/accountSettings";
import type { JobRecord } from "../state/records/jobs";
import type { MacroRecord } from "../state/records/macros";
import type { RuleRecord } from "../state/records/rules";
import type { WidgetRecord } from "../state/records/widgets";
import type { State } from "../state/state";
import { API_USER_ID, AUTO_REPLY_RULE_ID, EMAIL_INTEGRATION_ID, MACRO_IDS } from "./ids";

export function loadLibrary(state: State): void {
  state.macros.load(macros());
  state.rules.load(rules());
  state.widgets.load(widgets());
  state.accountSettings.load(settings());
  showSettings(state);
  state.jobs.load(jobs());
}

/** A time on the day on which the account was set up. */
function minute(minutes: number): string {
  return `2024-11-04T10:${String(minutes).padStart(2, "0")}:00.000000+00:00`;
}

function macros(): MacroRecord[] {
  const reply = (text: string) => action("setResponseText", { body_text: text });
  return [
    macro(MACRO_IDS.refund, "Refund policy", "en", 12, [
      reply("You get your money back within 14 days."),
      action("addTags", { tags: "refund" }),
    ]),
    macro(MACRO_IDS.thanks, "Thank you", "en", 40, [reply("Thank you for writing to us!")]),
    macro(MACRO_IDS.french, "Commande livrée", "fr", 3, [
      reply("Votre commande est livrée."),
      action("setStatus", { status: "closed" }),
    ]),
    { ...macro(MACRO_IDS.archived, "Old offer", "en", 7, []), archived_datetime: minute(59) },
  ];
}

function action(name: string, given: Record<string, unknown>): Schemas["MacroAction"] {
  return { name, title: name, type: "user", arguments: given };
}

function macro(
  id: number,
  name: string,
  language: string,
  usage: number,
  actions: Schemas["MacroAction"][],
): MacroRecord {
  const time = minute(id - MACRO_IDS.refund);
  return {
    id,
    external_id: null,
    name,
    intent: null,
    language,
    usage,
    actions,
    created_datetime: time,
    updated_datetime: time,
    archived_datetime: null,
    uri: `/api/macros/${id}/`,
  };
}

function rules(): RuleRecord[] {
  const reply = `Action("replyToTicket", { integration_id: ${EMAIL_INTEGRATION_ID}, macro_id: ${MACRO_IDS.thanks} });`;
  return [
    rule(AUTO_REPLY_RULE_ID, "Automatic reply", `if (eq(message.from_agent, false)) { ${reply} }`),
    {
      ...rule(AUTO_REPLY_RULE_ID + 1, "Mark urgent", 'Action("addTags", { tags: "urgent" });'),
      deactivated_datetime: minute(59),
    },
  ];
}

function rule(id: number, name: string, code: string): RuleRecord {
  const time = minute(id - AUTO_REPLY_RULE_ID);
  return {
    id,
    name,
    code,
    code_ast: {},
    description: null,
    event_types: "ticket-message-created",
    priority: id - AUTO_REPLY_RULE_ID + 1,
    created_datetime: time,
    updated_datetime: time,
    deactivated_datetime: null,
    uri: `/api/rules/${id}/`,
  };
}

function widgets(): WidgetRecord[] {
  return [widget(801, "customer_external_data", null), widget(802, "custom", "sandbox-app")];
}

function widget(id: number, type: string, appId: string | null): WidgetRecord {
  const time = minute(id - 801);
  return {
    id,
    type,
    context: "ticket",
    integration_id: null,
    app_id: appId,
    order: id - 801,
    template: { type: "wrapper", widgets: [] },
    created_datetime: time,
    updated_datetime: time,
    deactivated_datetime: null,
    uri: `/api/widgets/${id}/`,
  };
}

function settings(): AccountSettingRecord[] {
  return [
    { id: 731, type: "satisfaction-surveys", data: { send_survey_for_email: true } },
    { id: 732, type: "business-hours", data: { timezone: "UTC", business_hours: [] } },
    { id: 733, type: "ticket-assignment", data: { auto_assign_to_teams: false } },
  ];
}

function jobs(): JobRecord[] {
  const time = minute(30);
  const done: JobRecord = {
    id: 831,
    type: "exportTicket",
    status: "done",
    params: {},
    info: {},
    meta: null,
    user_id: API_USER_ID,
    uri: "/api/jobs/831/",
    created_datetime: time,
    scheduled_datetime: null,
    started_datetime: time,
    ended_datetime: minute(31),
    failed_datetime: null,
    locked_datetime: null,
    cancel_requested_datetime: null,
    cancelled_datetime: null,
  };
  return [done];
}
