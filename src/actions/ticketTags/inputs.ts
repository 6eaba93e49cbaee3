import { InputError } from "../../errors";
import { fieldsOf } from "../../inputs/field";

/** The id of the ticket whose tags are meant. */
export function taggedTicketId(
  operation:
    | "list-ticket-tags"
    | "create-ticket-tags"
    | "update-ticket-tags"
    | "delete-ticket-tags",
) {
  return fieldsOf(operation)("ticket_id", {
    label: "Ticket ID",
    comments: "The ID of the ticket.",
    example: "1234567890",
    required: true,
    dataSource: "selectTicket",
  });
}

/**
 * The tags of a write, by id, by name, or both. All three writes take the same: the contract says so
 * of the other two with an anyOf, which its generated types lose.
 *
 * @param purpose what becomes of the tags.
 */
export function tagReferences(purpose: string) {
  const field = fieldsOf("update-ticket-tags");
  return {
    ids: field("ids", {
      label: "Tag IDs",
      comments: `IDs of the tags ${purpose}. Set Tag IDs, Tag Names, or both.`,
      example: "201",
      dataSource: "selectTag",
    }),
    names: field("names", {
      label: "Tag Names",
      comments: `Names of the tags ${purpose}. VIP and vip are two tags.`,
      example: "vip",
    }),
  };
}

interface TagReferences {
  ids?: number[];
  names?: string[];
}

/**
 * The lists that hold tags.
 *
 * @throws InputError when none does: an empty list, such as one blank row of the designer, would
 * clear the ticket's tags where they are set.
 */
export function requireTags(tags: TagReferences): TagReferences {
  const given = Object.entries(tags).filter(([, list]) => list?.length);
  if (given.length === 0) {
    throw new InputError("No tags are given: set Tag IDs, Tag Names, or both.");
  }
  return Object.fromEntries(given);
}
