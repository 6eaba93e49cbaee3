import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";
import { FIRST_CUSTOMER_ID } from "../../seed/ids";
import type { FieldValues } from "./fieldValues";

export type ChannelRecord = Readonly<Schemas["CustomerChannel"]>;

export interface CustomerRecord {
  readonly id: number;
  readonly external_id: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly language: string | null;
  readonly timezone: string | null;
  readonly note: string | null;
  readonly channels: readonly ChannelRecord[];
  readonly created_datetime: string;
  readonly updated_datetime: string;
  /** What PUT .../data stored last, and the version it came with. */
  readonly data: unknown;
  readonly data_version: string | null;
  /** What apps stored with an OAuth token, by app id. */
  readonly app_data?: Readonly<Record<string, unknown>>;
  readonly field_values: FieldValues;
  /** What the receivers of HTTP integrations answered, by integration id. */
  readonly integrations?: Readonly<Record<string, unknown>>;
}

export function customerCollection() {
  return new Collection<
    CustomerRecord,
    "created_datetime" | "updated_datetime",
    "email" | "external_id" | "name" | "address"
  >(
    {
      orders: {
        created_datetime: (customer) => customer.created_datetime,
        updated_datetime: (customer) => customer.updated_datetime,
      },
      groups: {
        email: ({ email }) => (email === null ? [] : [email.toLowerCase()]),
        external_id: ({ external_id }) => (external_id === null ? [] : [external_id]),
        name: ({ name }) => (name === null ? [] : [name]),
        address: ({ channels }) => channels.map((channel) => channel.address ?? ""),
      },
    },
    FIRST_CUSTOMER_ID,
  );
}
