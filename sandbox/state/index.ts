/** Everything the sandbox remembers; one collection a resource, each with a file of its own. */
import type { Schemas } from "../api";
import { type Clock, Timeline } from "../timeline";
import { accountSettingCollection } from "./accountSettings";
import { customerCollection } from "./customers";
import { eventCollection } from "./events";
import type { StoredFile } from "./files";
import { jobCollection } from "./jobs";
import { macroCollection } from "./macros";
import { messageCollection, type Outbox } from "./messages";
import { referenceCollections } from "./reference";
import { ruleCollection } from "./rules";
import { surveyCollection } from "./satisfactionSurveys";
import { ticketCollection } from "./tickets";
import { voiceCallCollections } from "./voiceCalls";
import { widgetCollection } from "./widgets";

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

/** Who makes a change, and the chain that its events belong to. */
export interface Actor {
  userId: number;
  chain: number;
}

function emptyCollections() {
  return {
    ...referenceCollections(),
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
  jobStepMs: number;
}

/** A state with no records yet; `seedState` fills it. */
export function emptyState({ clock, seed, sendDelayMs, jobStepMs }: StateOptions): State {
  return {
    ...emptyCollections(),
    timeline: new Timeline(clock),
    account: {
      domain: "sandbox",
      created_datetime: "2024-11-04T08:30:00.000000+00:00",
      deactivated_datetime: null,
      settings: [],
      status: { status: "active" },
    },
    files: new Map(),
    outbox: [],
    sendDelayMs,
    snoozed: new Set(),
    jobsDue: new Map(),
    jobStepMs,
    webhookFailures: new Map(),
    merged: { tickets: new Map(), customers: new Map() },
    chains: 0,
    channels: 0,
    seed,
  };
}

/** Starts a chain of events for one request (or one change made by a test). */
export function newActor(state: State): Actor {
  state.chains += 1;
  return { userId: API_USER_ID, chain: state.chains };
}

/** The user whose credentials the sandbox accepts; the owner of the account. */
export const API_USER_ID = 1;
