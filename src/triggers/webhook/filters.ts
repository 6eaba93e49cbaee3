import { choice, list, text } from "../../inputs/clean";
import { input } from "../../inputs/input";
import type { EventData } from "./call";
import { isMessageEvent } from "./events";

/** Only what passes all that are set is delivered. */
export const filterInputs = {
  channels: several(
    "Channels",
    "Only deliver events of messages or tickets on one of these channels. If left blank, all are delivered.",
    "email",
  ),
  vias: several(
    "Via",
    "Only deliver events of messages or tickets that came in or went out this way. If left blank, all are delivered.",
    "helpdesk",
  ),
  tags: {
    ...several(
      "Tags",
      "Only deliver events of tickets that have at least one of these tags. If left blank, all are delivered.",
      "refund",
    ),
    dataSource: "selectTagName",
  },
  status: oneOf(
    "Status",
    "Only deliver events of tickets with this status. If left blank, all are delivered.",
    ["open", "closed"],
    "open",
  ),
  author: oneOf(
    "Author",
    "Only deliver messages of an agent, or of a customer; ticket events pass. If left blank, all are delivered.",
    ["agent", "customer"],
    "customer",
  ),
  visibility: oneOf(
    "Visibility",
    "Only deliver public messages, or internal notes; ticket events pass. If left blank, all are delivered.",
    ["public", "internal"],
    "public",
  ),
};

/** The filters that a builder set. */
export interface Filters {
  channels?: string[];
  vias?: string[];
  tags?: string[];
  status?: string;
  author?: string;
  visibility?: string;
}

/**
 * Message events are judged by the message, ticket events by the ticket; Tags and Status belong to
 * the ticket in both. A filter that the call does not allow to decide holds the event back.
 *
 * @returns why the event is held back; undefined when it passes.
 */
export function failedFilter(call: EventData, filters: Filters): string | undefined {
  for (const [label, passes] of checks(call, filters)) {
    if (passes === undefined) {
      return `The filter ${label} cannot be decided by what Gorgias sent, and holds the event back.`;
    }
    if (!passes) {
      return `The filter ${label} holds the event back.`;
    }
  }
  return undefined;
}

/** Does the event pass? undefined: that cannot be said. */
type Check = [label: string, passes: boolean | undefined];

function checks({ event, ticket, message }: EventData, filters: Filters): Check[] {
  const isOfMessage = isMessageEvent(event);
  const judged = isOfMessage ? message : ticket;
  const { channels, vias, tags, status, author, visibility } = filters;
  const set: Check[] = [];
  if (channels) {
    set.push(["Channels", isAmong(judged?.channel, channels)]);
  }
  if (vias) {
    set.push(["Via", isAmong(judged?.via, vias)]);
  }
  if (tags) {
    set.push(["Tags", hasOneOf(ticket?.tags, tags)]);
  }
  if (status) {
    set.push(["Status", isAmong(ticket?.status, [status])]);
  }
  if (author && isOfMessage) {
    set.push(["Author", equals(authorOf(message), author)]);
  }
  if (visibility && isOfMessage) {
    set.push(["Visibility", equals(visibilityOf(message), visibility)]);
  }
  return set;
}

function several(label: string, comments: string, example: string) {
  return input(
    { label, comments, example },
    { type: "string", collection: "valuelist", clean: list(label, {}, text(label)) },
  );
}

function oneOf(label: string, comments: string, choices: readonly string[], example: string) {
  return input(
    { label, comments, example },
    { type: "string", choices, clean: choice(label, choices) },
  );
}

function isAmong(value: unknown, allowed: readonly string[]): boolean | undefined {
  return typeof value === "string" && value !== "" ? allowed.includes(value) : undefined;
}

function equals(value: string | undefined, wanted: string): boolean | undefined {
  return value === undefined ? undefined : value === wanted;
}

function authorOf(message: Record<string, unknown> = {}): string | undefined {
  const { from_agent } = message;
  return typeof from_agent === "boolean" ? (from_agent ? "agent" : "customer") : undefined;
}

function visibilityOf(message: Record<string, unknown> = {}): string | undefined {
  if (message.channel === "internal-note") {
    return "internal";
  }
  const isPublic = message.public;
  return typeof isPublic === "boolean" ? (isPublic ? "public" : "internal") : undefined;
}

/** Of a ticket's tags, objects or names. */
function hasOneOf(tags: unknown, wanted: readonly string[]): boolean | undefined {
  if (!Array.isArray(tags)) {
    return undefined;
  }
  return tags.some((tag) => wanted.includes(String(tag?.name ?? tag)));
}
