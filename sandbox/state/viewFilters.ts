/**
 * Which records a view holds. Of Gorgias's filter language the sandbox reads terms such as
 * `eq(ticket.status, 'open')`, joined by `&&`; what it cannot read is refused.
 */
import { contract } from "../contract/document";
import { invalid } from "../errors";
import { normalizeTimestamp } from "../timeline";
import type { CustomerRecord } from "./records/customers";
import type { TicketRecord } from "./records/tickets";
import type { ViewRecord } from "./records/views";
import type { State } from "./state";

type Filtered = Pick<ViewRecord, "filters">;

export function ticketsOfView(
  state: State,
  { filters }: Filtered,
): (ticket: TicketRecord) => boolean {
  return matcher<TicketRecord>(filters, (field) => ticketField(state, field));
}

export function customersOfView({ filters }: Filtered): (customer: CustomerRecord) => boolean {
  return matcher<CustomerRecord>(filters, (field) => CUSTOMER_FIELDS[field]);
}

/** The values of a field: none when it is null, several for the tags. */
type Field<R> = (record: R) => readonly (string | number | boolean | null)[];

const TICKET_FIELDS: Record<string, keyof TicketRecord> = {
  "ticket.status": "status",
  "ticket.priority": "priority",
  "ticket.channel": "channel",
  "ticket.via": "via",
  "ticket.language": "language",
  "ticket.subject": "subject",
  "ticket.from_agent": "from_agent",
  "ticket.is_unread": "is_unread",
  "ticket.spam": "spam",
  "ticket.assignee_user.id": "assignee_user_id",
  "ticket.assignee_team.id": "assignee_team_id",
  "ticket.customer.id": "customer_id",
  "ticket.created_datetime": "created_datetime",
  "ticket.updated_datetime": "updated_datetime",
  "ticket.opened_datetime": "opened_datetime",
  "ticket.closed_datetime": "closed_datetime",
  "ticket.snooze_datetime": "snooze_datetime",
  "ticket.trashed_datetime": "trashed_datetime",
  "ticket.last_message_datetime": "last_message_datetime",
  "ticket.last_received_message_datetime": "last_received_message_datetime",
};

function ticketField(state: State, field: string): Field<TicketRecord> | undefined {
  const [, customField] = /^ticket\.custom_fields\.(\d+)(?:\.value)?$/.exec(field) ?? [];
  if (customField !== undefined) {
    return ({ field_values }) => [field_values.get(Number(customField)) ?? null];
  }
  if (field === "ticket.messages.integration_id") {
    return ({ id }) => state.messages.grouped("ticket_id", id).map((m) => m.integration_id ?? null);
  }
  if (field === "ticket.tags.name") {
    return ({ tag_ids }) => tag_ids.flatMap((id) => state.tags.get(id)?.name ?? []);
  }
  const name = TICKET_FIELDS[field];
  return name && ((ticket) => [ticket[name] as string | number | boolean | null]);
}

const CUSTOMER_FIELDS: Record<string, Field<CustomerRecord>> = {
  "customer.language": (customer) => [customer.language],
  "customer.timezone": (customer) => [customer.timezone],
  "customer.email": (customer) => [customer.email],
  "customer.name": (customer) => [customer.name],
};

type Operator = (values: readonly string[], args: readonly string[]) => boolean;

const equal: Operator = (values, args) => values.some((value) => args.includes(value));
const empty: Operator = (values) => values.length === 0;

const OPERATORS: Record<string, Operator> = {
  eq: equal,
  neq: (values, args) => !equal(values, args),
  isEmpty: empty,
  isNotEmpty: (values) => !empty(values, []),
  contains: (values, args) =>
    values.some((value) => args.some((a) => value.toLowerCase().includes(a.toLowerCase()))),
  containsAny: equal,
  containsAll: (values, args) => args.every((arg) => values.includes(arg)),
  notContainsAny: (values, args) => !equal(values, args),
  lt: (values, [bound = ""]) => values.some((value) => value < asTime(bound)),
  lte: (values, [bound = ""]) => values.some((value) => value <= asTime(bound)),
  gt: (values, [bound = ""]) => values.some((value) => value > asTime(bound)),
  gte: (values, [bound = ""]) => values.some((value) => value >= asTime(bound)),
};

/** Only times are compared; a date alone compares as the start of its day. */
function asTime(text: string): string {
  return normalizeTimestamp(text) ?? text;
}

/** One term up to the next `&&` outside of quotes. */
const TERM = /^(\w+)\(\s*([\w.]+)\s*(?:,((?:'[^']*'|"[^"]*"|[^'")])*))?\)$/s;
const CONJUNCTION = /&&(?=(?:[^'"]|'[^']*'|"[^"]*")*$)/;
/** One argument: in quotes, or a bare number or word. */
const ARGUMENT = /'([^']*)'|"([^"]*)"|([\w.:+-]+)/g;

interface Term {
  operator: string;
  path: string;
  args: readonly string[];
}

/**
 * Refuses filters that a view cannot be saved with.
 * @throws ApiError 400 for what does not parse, and for a path that Gorgias does not know
 */
export function checkFilters(filters: string | null | undefined): void {
  const known = knownPaths();
  for (const { operator, path } of parse(filters)) {
    requireOperator(operator);
    if (
      path.startsWith("ticket.") &&
      !known.some((one) => path === one || path.startsWith(`${one}.`))
    ) {
      throw unreadable(`Unknown path ${path}; known are ${known.join(", ")}.`);
    }
  }
}

function knownPaths(): readonly string[] {
  const { components } = contract().document as {
    components: { schemas: { ViewCreate: { properties: { filters: Record<string, string[]> } } } };
  };
  return components.schemas.ViewCreate.properties.filters["x-known-paths"] ?? [];
}

/** @throws ApiError 400 for what the sandbox cannot read */
function matcher<R>(
  filters: string | null | undefined,
  fieldOf: (name: string) => Field<R> | undefined,
): (record: R) => boolean {
  const terms = parse(filters).map(({ operator, path, args }) => {
    const holds = requireOperator(operator);
    const field = fieldOf(path);
    if (!field) {
      throw unreadable(`Unknown path ${path}.`);
    }
    return (record: R) => holds(valuesOf(field(record)), args);
  });
  return (record) => terms.every((holds) => holds(record));
}

function requireOperator(name: string): Operator {
  const operator = OPERATORS[name];
  if (!operator) {
    throw unreadable(`Unknown operator ${name}.`);
  }
  return operator;
}

function parse(filters: string | null | undefined): Term[] {
  if (!filters?.trim()) {
    return [];
  }
  return filters.split(CONJUNCTION).map((text) => {
    const [whole, operator = "", path = "", rest = ""] = TERM.exec(text.trim()) ?? [];
    if (whole === undefined) {
      throw unreadable(`Cannot read ${text.trim() || "an empty term"}.`);
    }
    return {
      operator,
      path,
      args: [...rest.matchAll(ARGUMENT)].map(([, a, b, c]) => a ?? b ?? c ?? ""),
    };
  });
}

function unreadable(reason: string) {
  return invalid("filters", reason);
}

function valuesOf(values: ReturnType<Field<unknown>>): string[] {
  return values.filter((value) => value !== null).map(String);
}
