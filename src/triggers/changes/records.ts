/** A record of any resource, as Gorgias lists it. */
export type GorgiasRecord = Record<string, unknown>;

/** What a run delivers, each oldest first. */
export interface ChangedRecords {
  created: GorgiasRecord[];
  updated: GorgiasRecord[];
}
