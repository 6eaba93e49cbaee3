/** The triggers that look for changes, run as the platform runs them. */
import type { GorgiasClient } from "../../src/client";
import * as clients from "../../src/client";
import { clock } from "../../src/clock";
import { apiKeyConnection, harness } from "./integration";
import type { Listed } from "./watchedList";

export interface Item {
  change: "created" | "updated";
  record: Listed;
}

/** Where the records are that a flow watches: a `WatchedList`, or a sandbox. */
export interface Watched {
  /** Gorgias's clock, microseconds since 1970. */
  readonly now: number;
  readonly logger: object;
  /** Stands in for the component's own; without it requests go out over HTTP. */
  readonly client?: GorgiasClient;
  readonly credentials?: { username: string; apiKey: string };
}

/** How a platform treats what a run keeps. */
export interface KeptStateModel {
  /** What a run leaves replaces what was there, or is merged into it, all the way down. */
  merges: boolean;
  /** The pages of a batch run: what each one leaves is kept at once, or only when the run has ended. */
  keepsEachPage: boolean;
}

export type TriggerKey = "pollChangesTrigger" | "syncRecords";

interface Result {
  resultType: string;
  payload: {
    body: { data: Item[] | Record<Item["change"], Listed[]> };
    paginationState?: Record<string, unknown> | null;
  };
}

type Perform = (context: unknown, payload: unknown, params: unknown) => Promise<Result>;

interface CompiledTrigger {
  perform: Perform;
  onDeployPerform: Perform;
  resolveTriggerItems(context: unknown, result: Result): Item[];
}

/** A flow that begins with a trigger over a list, and what it was given. */
export class TriggerFlow {
  kept: Record<string, unknown> = {};
  /** Of the last run. */
  resultType?: string;
  pages = 0;
  readonly delivered: Item[] = [];

  constructor(
    readonly list: Watched,
    readonly key: TriggerKey = "pollChangesTrigger",
    readonly inputs: Record<string, unknown> = {},
    readonly model: KeptStateModel = { merges: false, keepsEachPage: false },
  ) {}

  /** @returns what one run delivers. Pages before one that fails have been delivered. */
  async run(perform: "perform" | "onDeployPerform" = "perform"): Promise<Item[]> {
    const { client, logger } = this.list;
    if (client) {
      jest.spyOn(clients, "createRunClient").mockReturnValue(client);
    }
    jest.spyOn(clock, "date").mockImplementation(() => Math.floor(this.list.now / 1_000));
    const before = this.delivered.length;
    const trigger = harness.component.triggers[this.key] as unknown as CompiledTrigger;
    let left = this.kept;
    let paginationState: unknown = null;
    this.pages = 0;
    do {
      const instanceState = copy(this.model.keepsEachPage ? left : this.kept);
      const context = { logger, instanceState, crossFlowState: {} };
      const result = await trigger[perform](context, { paginationState }, this.params());
      this.pages += 1;
      this.delivered.push(...copy(trigger.resolveTriggerItems(context, result)));
      this.resultType = this.pages === 1 ? result.resultType : this.resultType;
      left = this.model.merges ? merged(left, copy(instanceState)) : copy(instanceState);
      if (this.model.keepsEachPage) {
        this.kept = left;
      }
      paginationState = this.key === "syncRecords" ? copy(result.payload.paginationState) : null;
    } while (paginationState);
    this.kept = left;
    return this.delivered.slice(before);
  }

  /** What the trigger keeps. */
  get state(): Record<string, unknown> {
    const internal = this.kept.__prismaticInternal as { polling?: Record<string, unknown> };
    return internal?.polling ?? {};
  }

  private params(): Record<string, unknown> {
    const { credentials = { username: "agent@example.com", apiKey: "key-value" } } = this.list;
    return {
      connection: apiKeyConnection(credentials),
      pollResourceType: "tickets",
      recordsSince: "",
      showNewRecords: "true",
      showUpdatedRecords: "true",
      ...this.inputs,
    };
  }
}

export function ids(items: Item[]): number[] {
  return items.map(({ record }) => record.id);
}

function copy<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** One object merged into another, all the way down; lists are replaced. */
export function merged(
  one: Record<string, unknown>,
  other: Record<string, unknown>,
): Record<string, unknown> {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = Object.entries(other).map(([key, value]) => {
    const before = one[key];
    return [key, isObject(before) && isObject(value) ? merged(before, value) : value];
  });
  return { ...one, ...Object.fromEntries(entries) };
}
