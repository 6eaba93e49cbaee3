import type { Ticket, TicketMessage } from "../../contract/types";
import { toSortableTimestamp } from "../../timestamp";
import { cannotReply } from "./cannotReply";

/** The message that a reply answers, and who wrote it. */
export interface Received {
  customer: NonNullable<Ticket["customer"]>;
  message: TicketMessage;
}

/**
 * The last thing that a ticket's customer said to the company.
 *
 * Others may have written in the ticket: whoever was in copy, or the customer of a ticket that was
 * merged into it. What is meant for the customer is not sent to them.
 *
 * @throws InputError when the ticket has no customer, or none who wrote.
 */
export function lastReceived(ticket: Ticket): Received {
  const { customer, messages } = ticket;
  if (!customer) {
    throw cannotReply(ticket, "it has no customer");
  }
  const incoming = messages.filter(isIncoming);
  const own = incoming.filter(({ sender }) => sender?.id === customer.id);
  const [first, ...rest] = own;
  if (!first) {
    throw cannotReply(
      ticket,
      incoming.length > 0
        ? "its customer has written no message in it, only others have"
        : "it holds no message of its customer",
    );
  }
  return { customer, message: rest.reduce(later, first) };
}

function isIncoming({ from_agent, channel, public: isPublic, deleted_datetime }: TicketMessage) {
  return !from_agent && channel !== "internal-note" && isPublic !== false && !deleted_datetime;
}

/** Of two messages the later one, in whatever form their times come. */
function later(one: TicketMessage, other: TicketMessage): TicketMessage {
  return (toSortableTimestamp(other.created_datetime) ?? "") >=
    (toSortableTimestamp(one.created_datetime) ?? "")
    ? other
    : one;
}
