/** Everything the sandbox remembers; one collection a resource, each with a file of its own. */
import type { Schemas } from "../contract/types";
import { type Clock, Timeline } from "../timeline";
import { accountSettingCollection } from "./records/accountSettings";
import { customerCollection } from "./records/customers";
import { customFieldCollection } from "./records/customFields";
import { eventCollection } from "./records/events";
import type { StoredFile } from "./records/files";
import { integrationCollection } from "./records/integrations";
import { jobCollection } from "./records/jobs";
import { macroCollection } from "./records/macros";
import { messageCollection, type Outbox, type SentMessage } from "./records/messages";
import { ruleCollection } from "./records/rules";
import { surveyCollection } from "./records/satisfactionSurveys";
import { tagCollection } from "./records/tags";
import { teamCollection } from "./records/teams";
import { ticketCollection } from "./records/tickets";
import { userCollection } from "./records/users";
import { viewCollection } from "./records/views";
import { voiceCallCollections } from "./records/voiceCalls";
import { widgetCollection } from "./records/widgets";

export interface State extends ReturnType<typeof emptyCollections> {
  /** Gives every change its time. */
  timeline: Timeline;
  account: Schemas["Account"];
  /** Files by `{domain_hash}/{resource_name}`. */
  files: Map<string, StoredFile>;
  /** Messages that Gorgias has yet to send. */
  outbox: Outbox;
  /** How long a message waits in the outbox, ms. */
  sendDelayMs: number;
  /** Sent mail that is about to bounce; due by the clock (ms). */
  bounces: Outbox;
  /** How long after it was sent a mail bounces, ms. */
  bounceDelayMs: number;
  /** What was carried to customers. */
  sentMessages: SentMessage[];
  /** How many messages the account may still send to customers. */
  messagingQuota: number;
  /** Tickets snoozed until a time to come. */
  snoozed: Set<number>;
  /** When each job that is under way takes its next step, ms by the clock. */
  jobsDue: Map<number, number>;
  /** How long a job takes for each step, ms. */
  jobStepMs: number;
  /** Calls in a row that failed, by integration. */
  webhookFailures: Map<number, number>;
  /** Merged tickets and customers: id of the one that is gone, id of the one that remains. */
  merged: { tickets: Map<number, number>; customers: Map<number, number> };
  /** Counts chains of events; one chain per request. */
  chains: number;
  /** Id of the newest channel of any customer. */
  channels: number;
  /** Seed of the sandbox; part of every made-up identifier. */
  seed: number;
}

/** Ids of each kind start at a number of their own, so that one taken for another does not work. */
function emptyCollections() {
  return {
    users: userCollection(),
    teams: teamCollection(),
    tags: tagCollection(),
    customFields: customFieldCollection(),
    integrations: integrationCollection(),
    views: viewCollection(),
    customers: customerCollection(),
    tickets: ticketCollection(),
    messages: messageCollection(),
    events: eventCollection(),
    surveys: surveyCollection(),
    accountSettings: accountSettingCollection(),
    macros: macroCollection(),
    rules: ruleCollection(),
    widgets: widgetCollection(),
    jobs: jobCollection(),
    ...voiceCallCollections(),
  };
}

export interface StateOptions {
  clock: Clock;
  seed: number;
  sendDelayMs: number;
  bounceDelayMs: number;
  messagingQuota: number;
  jobStepMs: number;
}

/** A state with no records yet; `seedState` fills it. */
export function emptyState({ clock, ...options }: StateOptions): State {
  return {
    ...options,
    ...emptyCollections(),
    timeline: new Timeline(clock),
    account: {
      domain: "sandbox",
      created_datetime: "2024-11-04T08:30:00.000000+00:00",
      deactivated_datetime: null,
      current_subscription: {
        plan: null,
        status: "active",
        start_datetime: "2024-11-04T08:30:00+00:00",
        trial_start_datetime: null,
        trial_end_datetime: null,
      },
      meta: { company_domain: "sandbox.example" },
      settings: [],
      status: { status: "active" },
    },
    files: new Map(),
    outbox: [],
    bounces: [],
    sentMessages: [],
    snoozed: new Set(),
    jobsDue: new Map(),
    webhookFailures: new Map(),
    merged: { tickets: new Map(), customers: new Map() },
    chains: 0,
    channels: 0,
  };
}
