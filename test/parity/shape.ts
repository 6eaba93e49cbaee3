/** Compares two responses by their keys and the kinds of their values. */

/** One place where two responses differ. */
export interface Difference {
  /** Such as `data[0].customer.email`. */
  at: string;
  recorded: string;
  sandbox: string;
}

/** Objects whose keys are data, or differ with the channel: what is in them may differ. */
const FREE_KEYS = new Set([
  "arguments",
  "code_ast",
  "custom_fields",
  "data",
  "decoration",
  "ecommerce_data",
  "external_data",
  "filters_ast",
  "info",
  "input_settings",
  "integrations",
  "meta",
  "params",
  "reply_options",
  "source",
]);

/**
 * Where two responses do not have the same keys and kinds. null goes with any kind, and an empty list with
 * any list: a recording shows one record, not all that a field can hold.
 */
export function differences(recorded: unknown, sandbox: unknown, at = ""): Difference[] {
  const [one, other] = [kindOf(recorded), kindOf(sandbox)];
  if (one === "null" || other === "null") {
    return [];
  }
  if (one !== other) {
    return [{ at, recorded: one, sandbox: other }];
  }
  if (Array.isArray(recorded)) {
    const [first] = recorded;
    const [counterpart] = sandbox as unknown[];
    return first === undefined || counterpart === undefined
      ? []
      : differences(first, counterpart, `${at}[0]`);
  }
  return one === "object" ? differencesOfObjects(recorded as Keyed, sandbox as Keyed, at) : [];
}

type Keyed = Record<string, unknown>;

function differencesOfObjects(recorded: Keyed, sandbox: Keyed, at: string): Difference[] {
  const isFree = at.split(".").some((key) => FREE_KEYS.has(key));
  const keys = new Set([...Object.keys(recorded), ...Object.keys(sandbox)]);
  return [...keys].flatMap((key) => {
    const place = `${at}.${key}`;
    if (key in recorded && key in sandbox) {
      return differences(recorded[key], sandbox[key], place);
    }
    const side = (keyed: Keyed) => (key in keyed ? kindOf(keyed[key]) : "absent");
    return isFree ? [] : [{ at: place, recorded: side(recorded), sandbox: side(sandbox) }];
  });
}

function kindOf(value: unknown): string {
  if (value === null) {
    return "null";
  }
  return Array.isArray(value) ? "list" : typeof value;
}
