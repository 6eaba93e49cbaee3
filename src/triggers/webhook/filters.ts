import { choice, list, text } from "../../inputs/clean";
import { input } from "../../inputs/field";
import type { EventData } from "./call";

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
  tags: several(
    "Tags",
    "Only deliver events of tickets that have at least one of these tags. If left blank, all are delivered.",
    "refund",
  ),
  status: oneOf(
    "Status",
    "Only deliver events of tickets with this status. If left blank, all are delivered.",
    ["open", "closed"],
    "open",
  ),
  author: oneOf(
    "Author",
    "Only deliver messages of an agent, or of a customer; events without a message pass. If left blank, all are delivered.",
    ["agent", "customer"],
    "customer",
  ),
  visibility: oneOf(
    "Visibility",
    "Only deliver public messages, or internal notes; events without a message pass. If left blank, all are delivered.",
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

/** @returns the label of the filter that holds the event back; undefined when none does. */
export function heldBackBy(
  { ticket, message }: EventData,
  { channels, vias, tags, status, author, visibility }: Filters,
): string | undefined {
  if (!isAmong(channels, message?.channel ?? ticket?.channel)) {
    return "Channels";
  }
  if (!isAmong(vias, message?.via ?? ticket?.via)) {
    return "Via";
  }
  if (tags && !tagNames(ticket).some((name) => tags.includes(String(name)))) {
    return "Tags";
  }
  if (status && ticket?.status !== status) {
    return "Status";
  }
  if (message && author && (message.from_agent === true) !== (author === "agent")) {
    return "Author";
  }
  if (message && visibility && isInternal(message) !== (visibility === "internal")) {
    return "Visibility";
  }
  return undefined;
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

function isAmong(allowed: readonly string[] | undefined, value: unknown): boolean {
  return allowed === undefined || allowed.includes(String(value));
}

function isInternal(message: Record<string, unknown>): boolean {
  return message.public === false || message.channel === "internal-note";
}

function tagNames(ticket: Record<string, unknown> | undefined): unknown[] {
  return Array.isArray(ticket?.tags) ? ticket.tags.map((tag) => tag?.name ?? tag) : [];
}
