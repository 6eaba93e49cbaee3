import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import { createClient, type GorgiasClient } from "../client";

/** What a trigger's context tells a client. */
interface TriggerRun {
  logger: ActionLogger;
  debug?: { enabled: boolean };
}

/** The client of a trigger: it has no Debug Request, the platform's debug mode takes its place. */
export const triggerClient = (
  { logger, debug }: TriggerRun,
  connection: unknown,
  secrets: readonly string[] = [],
): GorgiasClient =>
  createClient(connection as Connection, {
    logger,
    debugRequest: debug?.enabled === true,
    secrets,
  });
