export type JsonObject = Record<string, unknown>;

/** Is it an object, and neither a list nor null? */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
