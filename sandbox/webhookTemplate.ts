/** What an HTTP integration sends: its settings, filled in with what has happened. */
import type { HttpSettings } from "./state/integrations";

/** A call ready to be sent. */
export interface RenderedCall {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** The form as filled in; undefined when it went into the query, or when there is none. */
  body: unknown;
  /** The body as it goes over the wire. */
  payload: string | undefined;
}

/** @param context what `{{...}}` can name; `{{context}}` names all of it */
export function renderCall(http: HttpSettings, context: object): RenderedCall {
  const scope = { ...context, context };
  const form = renderTemplate(http.form ?? undefined, scope);
  const method = http.method ?? "GET";
  const url = renderText(http.url ?? "", scope);
  const inQuery = method === "GET" || method === "HEAD";
  const contentType = http.request_content_type ?? "application/json";
  if (form === undefined || inQuery) {
    const headers = headersOf(http);
    return { method, url: withQuery(url, form), headers, body: undefined, payload: undefined };
  }
  const payload =
    contentType === "application/json" ? JSON.stringify(form) : String(asParameters(form));
  const headers = { "Content-Type": contentType, ...headersOf(http) };
  return { method, url, headers, body: form, payload };
}

function headersOf({ headers }: HttpSettings): Record<string, string> {
  const given = Object.entries((headers ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    given.filter(([, value]) => value !== null).map(([name, value]) => [name, String(value)]),
  );
}

function withQuery(url: string, form: unknown): string {
  if (form === undefined || !URL.canParse(url)) {
    return url;
  }
  const complete = new URL(url);
  for (const [name, value] of asParameters(form)) {
    complete.searchParams.append(name, value);
  }
  return complete.href;
}

function asParameters(form: unknown): URLSearchParams {
  return typeof form === "object" && form !== null
    ? new URLSearchParams(
        Object.fromEntries(Object.entries(form).map(([name, value]) => [name, asText(value)])),
      )
    : new URLSearchParams(asText(form));
}

/** Fills in every text of a template, however deep. */
export function renderTemplate(template: unknown, scope: object): unknown {
  if (typeof template === "string") {
    const [, whole] = /^\{\{([^{}]*)\}\}$/.exec(template.trim()) ?? [];
    return whole === undefined ? renderText(template, scope) : valueAt(scope, whole);
  }
  if (Array.isArray(template)) {
    return template.map((item) => renderTemplate(item, scope));
  }
  if (typeof template === "object" && template !== null) {
    const entries = Object.entries(template);
    return Object.fromEntries(entries.map(([key, value]) => [key, renderTemplate(value, scope)]));
  }
  return template;
}

function renderText(text: string, scope: object): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, path: string) => asText(valueAt(scope, path)));
}

/** What a path such as `ticket.messages[0].body_text` leads to; an empty text when to nothing. */
function valueAt(scope: object, path: string): unknown {
  const keys = path.split(/[.[\]]+/).map((key) => key.trim());
  const found = keys
    .filter((key) => key !== "")
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | null | undefined)?.[key],
      scope,
    );
  return found === undefined ? "" : found;
}

function asText(value: unknown): string {
  if (value === null) {
    return "";
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
