import { InputError } from "../../errors";
import { formatValue } from "../../text";

/** The filters of a list of events. */
export const eventFilters = {
  created_datetime: {
    label: "Created Datetime",
    comments:
      "Comparators used to filter events on their creation date. See https://developers.gorgias.com/reference/list-events for more information.",
    example: '{"gte": "2025-02-01T00:00:00", "lt": "2025-03-01T00:00:00"}',
  },
  object_id: {
    label: "Object ID",
    comments: "ID of the object associated with the events to return.",
    example: "5190131059",
  },
  object_type: {
    label: "Object Type",
    comments: "Type of the object associated with the events to return.",
    example: "Customer",
    choices: [
      "Account",
      "Macro",
      "Tag",
      "Customer",
      "Team",
      "View",
      "Widget",
      "User",
      "TicketMessage",
      "Ticket",
      "Rule",
      "Integration",
    ],
  },
  types: {
    label: "Types",
    comments: "Types of the events to return.",
    example: "account-created",
  },
  user_ids: {
    label: "User IDs",
    comments: "IDs of the users who triggered the events to return.",
    example: "5190131059",
    dataSource: "selectUser",
  },
} as const;

/**
 * Gorgias refuses a type without an id (contract, README "Events, search, files").
 *
 * @throws InputError when the filters name one without the other.
 */
export function checkEventFilters(filters: { object_type?: string; object_id?: number }): void {
  if (filters.object_type !== undefined && filters.object_id === undefined) {
    const given = formatValue(filters.object_type);
    throw new InputError(`Object Type needs Object ID beside it; given ${given} alone.`, {
      input: "Object Type",
      given,
    });
  }
}
