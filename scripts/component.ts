/** The built component at work: what `npm start`, `npm run invoke` and the benchmark share. */
import { type ActionLogger, type Connection, testing } from "@prismatic-io/spectral";
import type { Component } from "@prismatic-io/spectral/dist/serverTypes";
import { BUNDLE } from "./paths";

/** The component as the platform loads it: from dist/, not from its sources. */
export function loadComponent(): Component {
  return require(BUNDLE).default;
}

/** A trigger as the platform is told of it. */
export type Trigger = Component["triggers"][string];

/** Told one line at a time what the component logs. */
export type OnLog = (level: string, line: string) => void;

type InputValues = Record<string, unknown>;

/** The component with a connection, run as an integration runs it. */
export interface Runner {
  component: Component;
  /** @returns what the action gives to the next step. */
  action<T>(key: string, inputs?: InputValues): Promise<{ data: T; contentType?: string }>;
  dataSource(key: string, inputs?: InputValues): Promise<{ key: string; label: string }[]>;
  /**
   * @param instanceState what the platform keeps for the instance; the trigger writes to it.
   * @returns the data it delivers; undefined when it has nothing to deliver.
   */
  pollingTrigger<T>(
    key: string,
    inputs: InputValues,
    instanceState: Record<string, unknown>,
  ): Promise<T | undefined>;
  /**
   * Runs a batch trigger page by page to its end, its initial sync or its scheduled run.
   *
   * @returns the items of each page.
   */
  batchTrigger<T>(
    key: string,
    inputs: InputValues,
    kept: { instanceState: Record<string, unknown>; onDeploy: boolean },
  ): Promise<T[][]>;
  /** A call of a webhook trigger as the designer tests it. @param body of the call, JSON. */
  testCall(key: string, inputs: InputValues, body: string): Promise<unknown>;
  /** A webhook trigger with the address that its flow has. */
  webhookTrigger(key: string, inputs: InputValues, webhookUrl: string): WebhookTrigger;
}

/** A webhook trigger in its instance; what it keeps there is carried from one to the next. */
export interface WebhookTrigger {
  deploy(): Promise<void>;
  receive(call: { url: string; body: string }): Promise<WebhookResult>;
  remove(): Promise<void>;
}

/** What the platform keeps of an instance between runs. */
interface InstanceState {
  instanceState: Record<string, unknown>;
  crossFlowState: Record<string, unknown>;
}

/** What a webhook trigger made of a call. */
export interface WebhookResult {
  branch: string;
  payload: { body: { data: unknown } };
  response: { statusCode: number };
}

/** A page of a batch trigger's run as the platform gets it. */
interface BatchResult<T> {
  payload: { body: { data: T[] }; paginationState: Record<string, unknown> | null };
}

const INSTANCE = { id: "instance-1", name: "Instance 1" };
const FLOW = { id: "flow-1", name: "Flow 1", stableId: "flow-stable-1" };

/** A polling trigger's result as the platform gets it. */
interface PollingResult<T> {
  payload: { body: { data: T } };
  resultType: "completed" | "polled_no_changes";
}

/**
 * Runs go through Spectral's harness: the compiled component cleans the inputs, and every missing
 * one arrives as its default or "", as on the platform.
 */
export function runnerFor(connection: Connection, onLog: OnLog = () => undefined): Runner {
  const component = loadComponent();
  const harness = testing.createHarness(component);
  const context = { logger: loggerOf(onLog) };
  return {
    component,
    action: async <T>(key: string, inputs: InputValues = {}) =>
      (await harness.action(key, { ...inputs, connection }, context)) as {
        data: T;
        contentType?: string;
      },
    dataSource: async (key, inputs = {}) => {
      const { result } = await harness.dataSource(key, { ...inputs, connection }, context);
      return result as { key: string; label: string }[];
    },
    pollingTrigger: async <T>(
      key: string,
      inputs: InputValues,
      instanceState: Record<string, unknown>,
    ) => {
      const run = { ...context, instanceState };
      const result = await harness.trigger(key, undefined, { ...inputs, connection }, run);
      const { payload, resultType } = result as unknown as PollingResult<T>;
      return resultType === "polled_no_changes" ? undefined : payload.body.data;
    },
    batchTrigger: async <T>(
      key: string,
      inputs: InputValues,
      { instanceState, onDeploy }: { instanceState: Record<string, unknown>; onDeploy: boolean },
    ) => {
      const trigger = component.triggers[key];
      const perform = onDeploy ? trigger?.onDeployPerform : trigger?.perform;
      if (!perform) {
        throw new Error(`${key} cannot be run.`);
      }
      // The harness knows no initial sync. Told that it is the trigger, it runs it like any other.
      const batch = testing.createHarness({
        ...component,
        triggers: { [key]: { ...trigger, perform } },
      } as Component);
      const pages: T[][] = [];
      let paginationState: BatchResult<T>["payload"]["paginationState"] = null;
      do {
        const result = await batch.trigger(
          key,
          (paginationState ? { paginationState } : {}) as never,
          { ...inputs, connection },
          { ...context, instanceState } as never,
        );
        const { payload } = result as unknown as BatchResult<T>;
        pages.push(payload.body.data);
        // It goes to the platform and comes back: what JSON does not carry is lost.
        paginationState = JSON.parse(JSON.stringify(payload.paginationState));
      } while (paginationState);
      return pages;
    },
    testCall: async (key, inputs, body) => {
      const call = {
        body: { data: JSON.parse(body), contentType: "application/json" },
        rawBody: { data: body },
      };
      const test = { ...context, flow: FLOW, isSimulatedTestExecution: true };
      const values = { ...inputs, connection };
      const result = await harness.trigger(key, call as never, values, test as never);
      const { branch, payload } = result as unknown as WebhookResult;
      return { branch, data: payload.body.data };
    },
    webhookTrigger: (key, inputs, webhookUrl) => {
      const values = { ...inputs, connection };
      const { webhookCreate, webhookDelete } = component.triggers[key] as Trigger;
      const kept: InstanceState = { instanceState: {}, crossFlowState: {} };
      const run = () => ({
        ...context,
        ...kept,
        flow: FLOW,
        instance: INSTANCE,
        webhookUrls: { [FLOW.name]: webhookUrl },
      });
      const keep = (result: unknown) => {
        const { instanceState, crossFlowState } = (result ?? {}) as Partial<InstanceState>;
        Object.assign(kept.instanceState, instanceState);
        Object.assign(kept.crossFlowState, crossFlowState);
      };
      return {
        deploy: async () => keep(await webhookCreate?.(run() as never, values)),
        receive: async ({ url, body }) => {
          const call = {
            body: { data: JSON.parse(body), contentType: "application/json" },
            rawBody: { data: body },
            queryParameters: Object.fromEntries(new URL(url, webhookUrl).searchParams),
          };
          const result = await harness.trigger(key, call as never, values, run() as never);
          keep(result);
          return result as unknown as WebhookResult;
        },
        remove: async () => keep(await webhookDelete?.(run() as never, values)),
      };
    },
  };
}

function loggerOf(onLog: OnLog): ActionLogger {
  const at =
    (level: string) =>
    (...parts: unknown[]) =>
      onLog(level, parts.map(String).join(" "));
  return {
    metric: at("metric"),
    trace: at("trace"),
    debug: at("debug"),
    info: at("info"),
    log: at("log"),
    warn: at("warn"),
    error: at("error"),
  };
}
