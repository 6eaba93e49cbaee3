import type { GorgiasClient } from "../../client";
import { GorgiasConnectionError, GorgiasError } from "../../http/errors";
import type { GorgiasRecord } from "./records";

/** What Gorgias answers for a survey that was deleted, or that the connection's user may not read. */
const UNREADABLE = [403, 404, 410];

/**
 * Reads the survey that a customer answered. A survey cannot be found by its answer, so the event of
 * the answer names it.
 *
 * @returns undefined, after a warning, when it cannot be read: one such survey must not keep the
 * others back.
 */
export async function readAnsweredSurvey(
  client: GorgiasClient,
  { id, object_id }: GorgiasRecord,
): Promise<GorgiasRecord | undefined> {
  if (typeof object_id !== "number") {
    client.logger.warn(`Event ${id} names no satisfaction survey, so it is passed over.`);
    return undefined;
  }
  try {
    return { ...(await client.request("GET /satisfaction-surveys/{id}", { id: object_id })) };
  } catch (error) {
    const isRefusal = error instanceof GorgiasError || error instanceof GorgiasConnectionError;
    if (!isRefusal || !UNREADABLE.includes(error.status ?? 0)) {
      throw error;
    }
    client.logger.warn(
      `Event ${id}: satisfaction survey ${object_id} cannot be read, so it is passed over: ${error.message}`,
    );
    return undefined;
  }
}
