/** What an HTTP integration sends: its settings, filled in with what has happened. */
import type { HttpSettings } from "./state/integrations";

/** A call ready to be sent. */
export interface RenderedCall {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** The form as filled in; undefined when it went into the query, or when there is none. */
  body: unknown;
  /** The body as it is sent. */
  payload: string | undefined;
}

/** What `{{...}}` can name. */
export interface TemplateScope {
  context: unknown;
  [name: string]: unknown;
}

export function renderCall(http: HttpSettings, scope: TemplateScope): RenderedCall {
  const form = renderForm(http.form ?? undefined, scope);
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
        Object.fromEntries(Object.entries(form).map(([name, value]) => [name, asParameter(value)])),
      )
    : new URLSearchParams(asParameter(form));
}

function asParameter(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
}

/** As the whole of a form this is the context itself; anywhere else it is text. */
const WHOLE_CONTEXT = /^\{\{\s*context\s*\}\}$/;

/** @returns the context itself, or the template with each of its texts filled in */
export function renderForm(template: unknown, scope: TemplateScope): unknown {
  return typeof template === "string" && WHOLE_CONTEXT.test(template.trim())
    ? scope.context
    : renderTemplate(template, scope);
}

/** Fills in every text of a template, however deep. Whatever is filled in is text. */
function renderTemplate(template: unknown, scope: TemplateScope): unknown {
  if (typeof template === "string") {
    return renderText(template, scope);
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

/** `{{path}}` is the value as Python writes it, `{{path | tojson}}` as JSON. */
function renderText(text: string, scope: TemplateScope): string {
  return text.replace(/\{\{([^{}|]*)(\|\s*tojson\s*)?\}\}/g, (_, path: string, tojson?: string) => {
    const value = valueAt(scope, path);
    return tojson ? JSON.stringify(value ?? null) : pythonText(value);
  });
}

/** What a path such as `ticket.messages[0].body_text` leads to; undefined when to nothing. */
function valueAt(scope: TemplateScope, path: string): unknown {
  const keys = path.split(/[.[\]]+/).map((key) => key.trim());
  return keys
    .filter((key) => key !== "")
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | null | undefined)?.[key],
      scope,
    );
}

/** `str(value)` of Python; nothing at all is an empty text. */
function pythonText(value: unknown): string {
  return typeof value === "string" || value === undefined ? (value ?? "") : pythonLiteral(value);
}

/** `repr(value)` of Python, near enough. */
function pythonLiteral(value: unknown): string {
  if (value === null) {
    return "None";
  }
  if (typeof value === "boolean") {
    return value ? "True" : "False";
  }
  if (typeof value === "string") {
    return `'${value.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n")}'`;
  }
  if (Array.isArray(value)) {
    return `[${value.map(pythonLiteral).join(", ")}]`;
  }
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined);
    return `{${entries.map(([key, held]) => `'${key}': ${pythonLiteral(held)}`).join(", ")}}`;
  }
  return String(value);
}
