/**
 * Inputs as rows of the contract's fields: how the designer shows each, and the compiler holds them
 * against the operation that they belong to.
 */
import type { Inputs } from "@prismatic-io/spectral";
import { fieldNames } from "../contract/fieldSchemas";
import type { Route, RouteInputs } from "../contract/routes";
import { type CleanInput, fieldInput, type Kind, type KindOf, type Presentation } from "./input";

/** An input of an operation: how the designer shows it. The contract knows the rest. */
export interface FieldRow<T> extends Presentation {
  /** What the input is made of, where the field's schema does not say it all. */
  as?: Partial<Kind<T>> | KindOf;
}

/** An input that has another key than the field it fills. */
interface RenamedRow<R extends Route> extends FieldRow<never> {
  field: keyof RouteInputs<R>;
}

/**
 * Holds the inputs of an action against the contract: a row of a field it knows, of another key with
 * its `field`, or an input made ready with `input`, which `prepare` turns into fields.
 */
export type InputRows<R extends Route, I> = {
  [K in keyof I]: I[K] extends { field: unknown }
    ? RenamedRow<R>
    : K extends keyof RouteInputs<R>
      ? FieldRow<RouteInputs<R>[K]> | CleanInput<unknown>
      : CleanInput<unknown>;
};

type Optional<T, P> = P extends { required: true } ? T : T | undefined;

type FieldOf<K, P> = P extends { field: infer F } ? F : K;

/** The cleaned inputs, by their keys. */
export type Given<R extends Route, I> = {
  [K in keyof I]: I[K] extends { clean: (value: unknown) => infer T }
    ? T
    : FieldOf<K, I[K]> extends keyof RouteInputs<R>
      ? Optional<NonNullable<RouteInputs<R>[FieldOf<K, I[K]>]>, I[K]>
      : never;
};

/** Rows without what only the compiler needs to know of them. */
export type PlainInputs = Record<string, FieldRow<unknown> & { field?: string; clean?: unknown }>;

/** Makes the inputs of an operation of their rows; those that are made already stay. */
export function makeInputs(route: Route, rows: PlainInputs): Inputs {
  const inputs = Object.entries(rows).map(([key, { as, field = key, ...shown }]) => [
    key,
    shown.clean ? shown : fieldInput(route, field, shown, as as KindOf),
  ]);
  return Object.fromEntries(inputs);
}

/** The values that the operation knows, by the names of its fields. */
export function toFields(
  route: Route,
  rows: PlainInputs,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const known = fieldNames(route);
  const fields = Object.entries(values).map(([key, value]) => [rows[key]?.field ?? key, value]);
  return Object.fromEntries(fields.filter(([name]) => known.includes(name as string)));
}
