import type { StringInputField } from "@prismatic-io/spectral";
import {
  choicesOf,
  type FieldSchema,
  fieldSchema,
  isTimestamp,
  typeOf,
} from "../contract/fieldSchemas";
import type { Route, RouteInputs } from "../contract/routes";
import { onOneLine, shorten } from "../text";
import { labelled } from "./choiceLabels";
import {
  boolean,
  type Clean,
  choice,
  integer,
  isUnset,
  isUnsetJson,
  isUnsetList,
  json,
  list,
  openChoice,
  optional,
  required,
  text,
  timestamp,
} from "./clean";
import { refuse } from "./refusal";

const MAX_PLACEHOLDER_CHARACTERS = 60;

/** An input of an action whose cleaned value is a `T`. */
export type CleanInput<T> = StringInputField & { clean: Clean<T> };

/** How the designer shows an input. */
export interface Presentation {
  label: string;
  comments?: string;
  example?: string;
  required?: boolean;
  /** What the designer fills in. */
  default?: string;
  /** Key of the data source that offers a picker. */
  dataSource?: string;
  /** The values to choose from, when not the contract's own. */
  choices?: readonly string[];
  /** Is it needed seldom? It comes after the everyday ones. */
  rare?: boolean;
}

/** What the designer makes of an input, and how its value is made ready to send. */
export interface Kind<T> {
  type: "string" | "boolean" | "code" | "data" | "password";
  /** Of code; JSON if not given. */
  language?: "javascript";
  collection?: "valuelist" | "keyvaluelist";
  choices?: readonly string[];
  clean: Clean<T>;
}

/** Makes a kind of what the contract says of a field, and of how the designer shows it. */
export type KindOf = (presentation: Presentation, schema: FieldSchema) => Kind<unknown>;

type Cleaned<T, P extends Presentation> = P extends { required: true } ? T : T | undefined;

/** An input of a kind of its own, where the contract does not decide it. */
export function input<T, const P extends Presentation>(
  presentation: P,
  { type, language, collection, choices: own, clean }: Kind<T>,
): CleanInput<Cleaned<T, P>> {
  const { choices = own, ...shown } = presentation;
  const isMissing = collection ? isUnsetList : type === "code" && !language ? isUnsetJson : isUnset;
  return {
    ...shown,
    type,
    ...(type === "code" ? { language: language ?? "json" } : {}),
    ...(collection ? { collection } : {}),
    ...(type === "boolean" ? {} : { placeholder: placeholderOf(presentation) }),
    ...(choices && choices.length > 0 ? { model: labelled(choices) } : {}),
    clean: presentation.required
      ? required(presentation.label, clean, isMissing)
      : optional(clean, isMissing),
  } as unknown as CleanInput<Cleaned<T, P>>;
}

const BOOLEAN_CHOICES = ["true", "false"];

/**
 * Makes the inputs of one operation from the contract: their kind, choices and limits come from
 * the field's schema, so that all that is left to say is how the designer shows them.
 *
 * @example
 * const field = fieldsOf("POST /tickets");
 * const subject = field("subject", { label: "Subject", comments: "The subject of the ticket." });
 */
export function fieldsOf<R extends Route>(route: R) {
  return <K extends keyof RouteInputs<R> & string, const P extends Presentation>(
    name: K,
    presentation: P,
    as?: Partial<Kind<RouteInputs<R>[K]>> | KindOf,
  ): CleanInput<Cleaned<NonNullable<RouteInputs<R>[K]>, P>> =>
    fieldInput(route, name, presentation, as as KindOf) as never;
}

/**
 * Makes the input of one field.
 *
 * @param as replaces what the contract's schema would make of the field, in whole or in part.
 */
export function fieldInput(
  route: Route,
  name: string,
  presentation: Presentation,
  as: Partial<Kind<unknown>> | KindOf = {},
): CleanInput<unknown> {
  const schema = fieldSchema(route, name);
  const kind =
    typeof as === "function"
      ? as(presentation, schema)
      : { ...kindOf(presentation, schema), ...as };
  const clean = route.includes(`{${name}}`) ? segment(presentation.label, kind.clean) : kind.clean;
  return input(presentation, { ...kind, clean });
}

/** A part of a path: "." and ".." survive escaping and would lead to another address. */
function segment<T>(label: string, clean: Clean<T>): Clean<T> {
  return (value) => {
    const cleaned = clean(value);
    if (cleaned === "." || cleaned === "..") {
      throw refuse(label, "cannot be part of an address", value);
    }
    return cleaned;
  };
}

/** What the field shows while it is empty: what a value looks like, or else what is wanted. */
function placeholderOf({ label, example = label }: Presentation): string {
  return shorten(onOneLine(example), MAX_PLACEHOLDER_CHARACTERS);
}

/** The kind of input that a field's schema calls for. */
function kindOf({ label, example }: Presentation, schema: FieldSchema): Kind<unknown> {
  switch (typeOf(schema)) {
    case "integer":
      return { type: "string", clean: integer(label, schema) };
    case "boolean":
      // A string with choices: a boolean input cannot tell unset from false.
      return { type: "string", choices: BOOLEAN_CHOICES, clean: boolean(label) };
    case "string":
      return { type: "string", choices: choicesOf(schema), clean: cleanText(label, schema) };
    case "array": {
      const item = schema.items && kindOf({ label }, schema.items);
      if (item && item.type === "string") {
        return {
          type: "string",
          collection: "valuelist",
          choices: item.choices,
          clean: list(label, schema, item.clean),
        };
      }
      return { type: "code", clean: json(label, schema, example) };
    }
    default:
      return { type: "code", clean: json(label, schema, example) };
  }
}

function cleanText(label: string, schema: FieldSchema): Clean<string> {
  if (isTimestamp(schema)) {
    return timestamp(label);
  }
  if (schema.enum) {
    return choice(label, choicesOf(schema));
  }
  return schema["x-known-values"] ? openChoice(label, schema) : text(label, schema);
}
