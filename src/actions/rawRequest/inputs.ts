import { inputs as spectral } from "@prismatic-io/spectral/dist/clients/http";
import { bytesOf, type FileContent, file } from "../../inputs/binary";
import {
  choice,
  integer,
  keyValues,
  optional,
  parseJson,
  required,
  text,
} from "../../inputs/clean";
import { connection, debugRequest, toggle } from "../../inputs/shared";

const MAX_RETRIES = 100;
/** A run lasts 15 minutes at most. */
const MAX_MS = 900_000;

const { method, responseType } = spectral;

/** Spectral's raw request inputs, labels and all, in the order of the page. */
export const rawRequestInputs = {
  connection,
  data: cleaned(spectral.data, body),
  debugRequest,
  fileData: cleaned(spectral.fileData, parts),
  fileDataFileNames: cleaned(spectral.fileDataFileNames, pairs, {
    example: "example.txt:example.txt",
  }),
  formData: cleaned(spectral.formData, values),
  headers: cleaned(spectral.headers, pairs),
  maxRetries: cleaned(spectral.maxRetries, count(MAX_RETRIES, 0), { example: "0" }),
  method: cleaned(method, (label) => required(label, choice(label, choicesOf(method.model))), {
    example: "GET",
  }),
  queryParams: cleaned(spectral.queryParams, pairs, { example: "limit:30" }),
  responseType: cleaned(
    responseType,
    (label) => required(label, choice(label, choicesOf(responseType.model))),
    { example: "json" },
  ),
  retryAllErrors: toggle({
    label: "Retry On All Errors",
    comments: spectral.retryAllErrors.comments,
    example: "false",
  }),
  retryDelayMS: cleaned(spectral.retryDelayMS, count(MAX_MS, 0), { example: "0" }),
  timeout: cleaned(spectral.timeout, (label) =>
    optional(integer(label, { minimum: 0, maximum: MAX_MS })),
  ),
  url: cleaned(spectral.url, (label) => required(label, text(label)), {
    comments:
      "Input the path only (/tickets), The base URL is already included (https://<YOUR_DOMAIN>.gorgias.com/api). For example, to connect to https://<YOUR_DOMAIN>.gorgias.com/api/tickets, only /tickets is entered in this field.",
    example: "/tickets",
  }),
  useExponentialBackoff: toggle({
    label: "Use Exponential Backoff",
    comments: spectral.useExponentialBackoff.comments,
    example: "false",
  }),
};

function choicesOf(model: { value: string }[] = []): string[] {
  return model.map(({ value }) => value);
}

/** Spectral's input with a cleaner of ours and, where the page shows one, its example. */
function cleaned<I extends { label: unknown }, T>(
  input: I,
  clean: (label: string) => (value: unknown) => T,
  shown: { example?: string; comments?: string } = {},
) {
  return { ...input, ...shown, clean: clean(String(input.label)) };
}

function count(maximum: number, unset: number) {
  return (label: string) => {
    const clean = optional(integer(label, { minimum: 0, maximum }));
    return (value: unknown): number => clean(value) ?? unset;
  };
}

function pairs(label: string) {
  const clean = optional(keyValues(label));
  return (value: unknown) =>
    (clean(value) ?? []).map((pair) => ({
      key: pair.key,
      value: pair.value === null || pair.value === undefined ? "" : text(label)(pair.value),
    }));
}

function parts(label: string) {
  const clean = optional(keyValues(label));
  return (value: unknown) =>
    (clean(value) ?? []).map((pair) => ({
      name: pair.key,
      ...file(label, "utf8")(pair.value ?? ""),
    }));
}

/** Plain values of a form: text, or the bytes of an earlier step. */
function values(label: string) {
  const clean = optional(keyValues(label));
  return (value: unknown) =>
    (clean(value) ?? []).map((pair) => ({
      name: pair.key,
      data: isScalar(pair.value) ? String(pair.value) : file(label, "utf8")(pair.value ?? "").data,
    }));
}

function isScalar(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** The body: text and bytes as they are, anything else as JSON. */
function body(label: string) {
  return optional((value): string | FileContent => {
    if (typeof value === "string") {
      return value;
    }
    return bytesOf(label, value) ?? JSON.stringify(parseJson(label, value));
  });
}
