import type { ActionLogger } from "@prismatic-io/spectral";
import type { GorgiasClient } from "../../client";
import { GorgiasConnectionError, GorgiasError } from "../../http/errors";
import type { GorgiasRecord } from "./records";

/** What Gorgias answers for a survey that was deleted, or that the connection's user may not read. */
const UNREADABLE = [403, 404, 410];
const FORBIDDEN = 403;

/** Why a record is passed over that is listed and cannot be read: it must not keep the others back. */
export class Unreadable {
  constructor(
    readonly reason: string,
    readonly isForbidden = false,
  ) {}
}

/**
 * Reads the survey that a customer answered. A survey cannot be found by its answer, so the event of
 * the answer names it.
 */
export async function readAnsweredSurvey(
  client: GorgiasClient,
  { id, object_id }: GorgiasRecord,
): Promise<GorgiasRecord | Unreadable> {
  if (typeof object_id !== "number") {
    return new Unreadable(`Event ${id} names no satisfaction survey, so it is passed over.`);
  }
  try {
    return { ...(await client.request("GET /satisfaction-surveys/{id}", { id: object_id })) };
  } catch (error) {
    const isRefusal = error instanceof GorgiasError || error instanceof GorgiasConnectionError;
    if (!isRefusal || !UNREADABLE.includes(error.status ?? 0)) {
      throw error;
    }
    return new Unreadable(
      `Event ${id}: satisfaction survey ${object_id} cannot be read, so it is passed over: ${error.message}`,
      error.status === FORBIDDEN,
    );
  }
}

/**
 * One warning for each survey that was passed over; a single one when the connection may read none.
 *
 * @param readCount surveys that could be read in the same run.
 */
export function warnOfUnreadable(
  logger: ActionLogger,
  unreadable: readonly Unreadable[],
  readCount: number,
): void {
  const [first, ...others] = unreadable;
  const areAllForbidden = readCount === 0 && unreadable.every(({ isForbidden }) => isForbidden);
  if (first && others.length > 0 && areAllForbidden) {
    logger.warn(
      `Gorgias answered 403 for all ${unreadable.length} satisfaction surveys that were answered: the connection may not read survey answers, so they are passed over. Let its user, or the scopes of its token, read satisfaction surveys. The first: ${first.reason}`,
    );
    return;
  }
  for (const { reason } of unreadable) {
    logger.warn(reason);
  }
}
