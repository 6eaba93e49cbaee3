import type { TriggerPayload } from "@prismatic-io/spectral";
import { createRedactor, withoutNamedSecrets } from "../../http/redaction";
import { EVENT_PARAMETER, TOKEN_PARAMETER } from "./address";
import { textOf } from "./json";

const API_KEY_HEADER = /^(api-key|authorization)$/i;

/**
 * The payload without tokens and keys, wherever they stand: it is logged and shown. A token that is
 * not known is taken out too: a call can come before its registration is kept.
 *
 * @param secrets the flow's token and the keys of its address.
 */
export function withoutCredentials(
  received: TriggerPayload,
  secrets: readonly (string | undefined)[],
): TriggerPayload {
  const {
    [TOKEN_PARAMETER]: given,
    [EVENT_PARAMETER]: _,
    ...queryParameters
  } = received.queryParameters ?? {};
  const known = [...secrets, given].filter((secret) => typeof secret === "string");
  const redactor = createRedactor({}, known);
  const headers = Object.entries(received.headers ?? {})
    .filter(([name]) => !API_KEY_HEADER.test(name))
    .map(([name, value]) => [name, withoutUrlSecrets(value)]);
  return redactor.json({
    ...received,
    headers: Object.fromEntries(headers),
    queryParameters,
    rawBody: { ...received.rawBody, data: textOf(received.rawBody?.data) },
    body: { ...received.body, data: textOf(received.body?.data) },
    invokeUrl: withoutUrlSecrets(received.invokeUrl) as string,
  });
}

/** Of a URL or a header, which can hold one or a list of values. */
function withoutUrlSecrets(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutUrlSecrets);
  }
  return typeof value === "string" ? withoutNamedSecrets(value) : value;
}
