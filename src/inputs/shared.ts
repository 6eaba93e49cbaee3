import { input as spectralInput } from "@prismatic-io/spectral";
import { nullableFields } from "../contract/fieldSchemas";
import type { Route } from "../contract/routes";
import { boolean, choice, list, optional } from "./clean";
import { type CleanInput, input, type Presentation } from "./input";

export const connection = spectralInput({
  label: "Connection",
  comments: "Select the Gorgias connection type for this request: OAuth2 or API Key.",
  type: "connection",
  required: true,
});

interface Toggle extends Omit<Presentation, "required" | "default"> {
  /** What it is unless the builder says otherwise; false if not given. */
  isOn?: boolean;
}

/** A switch: never unset, since a boolean input cannot tell unset from false. */
export function toggle({ isOn = false, ...presentation }: Toggle): CleanInput<boolean> {
  const clean = optional(boolean(presentation.label));
  const shown = input({ ...presentation, default: String(isOn) }, { type: "boolean", clean });
  return { ...shown, clean: (value) => clean(value) ?? isOn };
}

export const debugRequest = toggle({
  label: "Debug Request",
  comments: "Enabling this flag will log out the current request.",
  example: "false",
});

/** The switch that reads every page of a list. @param records their plural, such as "tickets". */
export function fetchAll(records: string, example = "false") {
  return toggle({
    label: "Fetch All",
    comments: `When enabled, all ${records} will be fetched. This can be slow if you have a lot of ${records}. Cursor and limit will be ignored.`,
    example,
  });
}

/**
 * The fields an update is to empty: those that accept null in the contract. They are sent as null,
 * which nothing else ever is.
 *
 * @param shown the example, and the fields whose null would do something else than empty them.
 */
export function clearFields(
  route: Route,
  shown: string | { example: string; except: readonly string[] },
) {
  const label = "Clear Fields";
  const { example, except } = typeof shown === "string" ? { example: shown, except: [] } : shown;
  const choices = nullableFields(route).filter((field) => !except.includes(field));
  return input(
    {
      label,
      comments:
        "Fields to empty. Leaving an input blank keeps the value that Gorgias has; naming the field here removes it.",
      example,
    },
    {
      type: "string",
      collection: "valuelist",
      choices,
      clean: list(label, {}, choice(label, choices)),
    },
  );
}
