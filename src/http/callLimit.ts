/** The response header that tells how full the account's bucket is, such as `10/40`. */
export const CALL_LIMIT_HEADER = "x-gorgias-account-api-call-limit";

/** @returns undefined for a header that is missing or is no such count. */
export function readCallLimit(
  header: string | undefined,
): { used: number; capacity: number } | undefined {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(header?.trim() ?? "");
  const [used, capacity] = [Number(match?.[1]), Number(match?.[2])];
  return capacity >= 1 ? { used, capacity } : undefined;
}
