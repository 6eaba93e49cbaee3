/** The words in which the designer shows choices; what is sent are the values as Gorgias has them. */
import type { InputFieldChoice } from "@prismatic-io/spectral";
import { LANGUAGES } from "./languages";

/** Values whose words cannot be made from themselves and, as they are met, the words of all others. */
const LABELS = new Map([
  ["true", "Yes"],
  ["false", "No"],
  ["asc", "Ascending"],
  ["desc", "Descending"],
  ["prev", "Previous page"],
  ["next", "Next page"],
  ["customers_by_phone", "Customers by phone number"],
]);

/** Words that are not written in small letters. */
const SPELLINGS = new Map(
  "AI API BigCommerce CSAT Facebook Gmail Gorgias HTTP ID Instagram JSON Klaviyo Magento2 Outlook QA Recharge Shopify SLA SMS Stripe Twilio Twitter Aircall WhatsApp WooCommerce Yotpo Zendesk"
    .split(" ")
    .map((word) => [word.toLowerCase(), word]),
);

/** How ascending and descending orders by an attribute are told, by what the attribute holds. */
const DIRECTIONS: [attribute: RegExp, ascending: string, descending: string][] = [
  [/_datetime$/, "oldest first", "newest first"],
  [/^(name|email|language|role\.name)$/, "A to Z", "Z to A"],
  [/^usage$/, "least used first", "most used first"],
  [/^relevance$/, "least relevant first", "most relevant first"],
];
const OTHER_DIRECTIONS = [undefined, "lowest first", "highest first"] as const;

/** @param choices the values, in the order in which they are offered. */
export function labelled(choices: readonly string[]): InputFieldChoice[] {
  const label = choices.every(isLanguage) ? languageLabel : labelOf;
  return choices.map((value) => ({ label: label(value), value }));
}

interface Labelled {
  label?: string;
  model?: readonly InputFieldChoice[];
}

/** The inputs of an action, the choices of Clear Fields called as the inputs that they empty. */
export function withClearFieldLabels<I extends Record<string, unknown>>(inputs: I): I {
  const { model, ...clear } = (inputs.clear_fields ?? {}) as Labelled;
  if (!model) {
    return inputs;
  }
  const named = model.map(({ label, value }) => ({
    label: (inputs[value] as Labelled | undefined)?.label ?? label,
    value,
  }));
  return { ...inputs, clear_fields: { ...clear, model: named } };
}

/** One code in the contract's list is no language. */
function isLanguage(value: string): boolean {
  return LANGUAGES.has(value) || value === "rc";
}

function languageLabel(code: string): string {
  const name = LANGUAGES.get(code);
  return name ? `${name} (${code})` : code;
}

/** Time zones and orders stand in many inputs, and all inputs are made at import: each is put into words once. */
function labelOf(value: string): string {
  const label = LABELS.get(value) ?? makeLabel(value);
  LABELS.set(value, label);
  return label;
}

function makeLabel(value: string): string {
  if (/:(asc|desc)(,|$)/.test(value)) {
    return value
      .split(",")
      .map(orderLabel)
      .join(", then ")
      .replace(/(, then )(.)/g, lowerFirst);
  }
  // Names of time zones and HTTP methods are written as they are.
  if (/^[A-Z]+(\/|$)|^[A-Z][a-z]+\/|^[A-Z]{2}/.test(value)) {
    return value.replaceAll("_", " ");
  }
  return inWords(value);
}

function orderLabel(order: string): string {
  const attribute = order.replace(/:.*/, "");
  const [, ascending, descending] =
    DIRECTIONS.find(([kind]) => kind.test(attribute)) ?? OTHER_DIRECTIONS;
  const name = inWords(attribute.replace(/_datetime$/, "").replace(".", "_"));
  return `${name}, ${order.endsWith(":asc") ? ascending : descending}`;
}

function lowerFirst(_: string, joint: string, first: string): string {
  return joint + first.toLowerCase();
}

/** `ticket-handed-over`, `applyMacro` and `order/damaged` as a phrase. */
function inWords(value: string): string {
  const words = value
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("/", ": ")
    .split(/[\s_-]+/)
    .map((word) => SPELLINGS.get(word.toLowerCase()) ?? word.toLowerCase());
  const phrase = words.join(" ").replace(/ datetime$/, "");
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
