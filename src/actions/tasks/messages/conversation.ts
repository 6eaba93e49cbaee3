import type { Schemas } from "../../../contract/types";
import { toSortableTimestamp } from "../../../timestamp";
import { cannotReply } from "./cannotReply";

/** The message that a reply goes by, and the customer whom it goes to. */
export interface Conversation {
  customer: NonNullable<Schemas["Ticket"]["customer"]>;
  message: Schemas["TicketMessage"];
  /** Did the account write that message? Then the reply follows it up. */
  isFollowUp: boolean;
}

/**
 * The last thing that a ticket's customer said to the company or, in a ticket that an agent began
 * and nobody answered yet, the last thing that the company said.
 *
 * Others may have written in the ticket: whoever was in copy, or the customer of a ticket that was
 * merged into it. What is meant for the customer is not sent to them.
 *
 * @throws InputError for spam, for a ticket in the trash, and for one without a customer or a
 * message to go by.
 */
export function conversationOf(ticket: Schemas["Ticket"]): Conversation {
  const { customer, messages, spam, trashed_datetime } = ticket;
  if (spam) {
    throw cannotReply(ticket, "it is spam");
  }
  if (trashed_datetime) {
    throw cannotReply(ticket, "it is in the trash");
  }
  if (!customer) {
    throw cannotReply(ticket, "it has no customer");
  }
  const publicOnes = messages.filter(isPublic);
  const incoming = publicOnes.filter(({ from_agent }) => !from_agent);
  const received = latest(incoming.filter(({ sender }) => sender?.id === customer.id));
  if (received) {
    return { customer, message: received, isFollowUp: false };
  }
  const sent = latest(publicOnes.filter(({ from_agent }) => from_agent));
  if (sent) {
    return { customer, message: sent, isFollowUp: true };
  }
  throw cannotReply(
    ticket,
    incoming.length > 0
      ? "its customer has written no message in it, only others have"
      : "it holds no message of its customer",
  );
}

/** A ticket does not tell which of its messages were deleted (contract, schema `TicketMessage`). */
function isPublic({ channel, public: isShown }: Schemas["TicketMessage"]): boolean {
  return channel !== "internal-note" && isShown !== false;
}

/** The last of some messages, in whatever form their times come. */
function latest(
  messages: readonly Schemas["TicketMessage"][],
): Schemas["TicketMessage"] | undefined {
  const [first, ...rest] = messages;
  return first && rest.reduce(later, first);
}

function later(
  one: Schemas["TicketMessage"],
  other: Schemas["TicketMessage"],
): Schemas["TicketMessage"] {
  return (toSortableTimestamp(other.created_datetime) ?? "") >=
    (toSortableTimestamp(one.created_datetime) ?? "")
    ? other
    : one;
}
