/**
 * Integrations as a builder makes them: triggers and actions of the compiled component alone, one
 * step after the other, against a sandbox. What a step gives passes through JSON on its way to the
 * next one, as on the platform. Waits pass at once, for the component and for the sandbox.
 */
import { clock } from "../../src/clock";
import { apiKeyConnection, harness, recordingLogger, run, useSandbox } from "./integration";
import { useReceiver } from "./webhookReceiver";

type SandboxOptions = Parameters<typeof useSandbox>[0];
type Values = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: a builder refers to results by paths that no type holds.
type Results = any;

/** Of a batch trigger. */
export interface Change {
  change: "created" | "updated";
  record: Results;
}

/** What the platform keeps of an instance between two runs. */
interface Kept {
  instanceState: Values;
  crossFlowState: Values;
}

/** A result of a trigger as the platform gets it, and what it is to keep. */
interface TriggerResult extends Partial<Kept> {
  branch?: string;
  resultType?: string;
  payload: { body: { data: Results }; paginationState?: Values | null };
}

const FLOW = { id: "flow-1", name: "Flow 1", stableId: "flow-stable-1" };
const INSTANCE = { id: "instance-1", name: "Instance 1" };

/** Requests that read though their method would write. */
const READS = /^GET |^POST \/api\/(search|stats|reporting)|^PUT \/api\/views\/\d+\/items/;

/** What a template, or an input that takes text, makes of a value: objects and lists are JSON. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** An instance in an account, for the tests of a file. Its state is new in each test. */
export function useInstance(options: SandboxOptions = {}) {
  let skippedMs = 0;
  const [now, date] = [clock.now, clock.date];
  const sandbox = useSandbox({ clock: { now: () => date() + skippedMs }, ...options });
  const log = recordingLogger();
  let kept: Kept = { instanceState: {}, crossFlowState: {} };
  const receiver = useReceiver();

  beforeEach(() => {
    log.lines.length = 0;
    kept = { instanceState: {}, crossFlowState: {} };
    jest.spyOn(clock, "now").mockImplementation(() => now() + skippedMs);
    jest.spyOn(clock, "date").mockImplementation(() => date() + skippedMs);
    jest.spyOn(clock, "sleep").mockImplementation(async (ms) => {
      skippedMs += ms;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const given = (inputs: Values) => ({
    connection: apiKeyConnection(sandbox().credentials),
    ...inputs,
  });
  const context = () => ({
    logger: log.logger,
    flow: FLOW,
    instance: INSTANCE,
    webhookUrls: { [FLOW.name]: receiver.url },
    ...copy(kept),
  });
  const requests = () => sandbox().requests.map(({ method, path }) => `${method} ${path}`);

  async function runTrigger(key: string, inputs: Values, payload: Values): Promise<TriggerResult> {
    const runContext = context();
    const result = await harness.trigger(key, payload as never, given(inputs), runContext as never);
    const { instanceState, crossFlowState } = {
      ...runContext,
      ...(result as unknown as Partial<Kept>),
    };
    kept = copy({ instanceState, crossFlowState });
    return result as unknown as TriggerResult;
  }

  return {
    sandbox,
    /** What the runs logged, `level: text`. */
    log: log.lines,
    /** Runs an action as a step of a flow. @returns what later steps refer to. */
    step: async (key: string, inputs: Values = {}): Promise<Results> =>
      copy((await run(key, given(inputs), { logger: log.logger })).data),
    /** `METHOD /path` of every request since the test began. */
    requests,
    /** `METHOD /path` of those that write. */
    writes: () => requests().filter((line) => !READS.test(line)),
    /** The texts that customers got, oldest first. */
    mailed: () =>
      sandbox().sentMessages.map(({ messageId, ticketId }) => ({
        ticketId,
        text: sandbox().state.messages.get(messageId)?.body_text,
      })),
    /** Runs Sync Records once, page by page. @returns the items of all its batches. */
    syncRecords: async (inputs: Values): Promise<Change[]> => {
      const items: Change[] = [];
      let paginationState: Values | null | undefined;
      do {
        const { payload } = await runTrigger("syncRecords", inputs, { paginationState });
        items.push(...copy(payload.body.data));
        paginationState = copy(payload.paginationState);
      } while (paginationState);
      return items;
    },
    /** Runs New and Updated Records once. @returns undefined when the flow does not run. */
    pollChanges: async (
      inputs: Values,
    ): Promise<{ created: Results[]; updated: Results[] } | undefined> => {
      const { payload, resultType } = await runTrigger("pollChangesTrigger", inputs, {});
      return resultType === "polled_no_changes" ? undefined : copy(payload.body.data);
    },
    /** Deploys a flow that begins with Gorgias Events. */
    deployEvents: async (inputs: Values) => {
      let read = 0;
      const { webhookCreate } = harness.component.triggers.gorgiasWebhook as unknown as {
        webhookCreate(context: unknown, inputs: Values): Promise<Partial<Kept>>;
      };
      kept = copy({ ...kept, ...(await webhookCreate(context(), given(inputs))) });
      const deliver = async ({ url, body }: { url: string; body: string }) => {
        const queryParameters = Object.fromEntries(new URL(url, receiver.url).searchParams);
        const { branch, payload } = await runTrigger("gorgiasWebhook", inputs, {
          body: { data: JSON.parse(body), contentType: "application/json" },
          rawBody: { data: body },
          headers: {},
          queryParameters,
        });
        return branch === "Event" ? [copy(payload.body.data)] : [];
      };
      const deliverAll = async (calls: typeof receiver.received): Promise<Results[]> => {
        const delivered: Results[] = [];
        for (const call of calls) {
          delivered.push(...(await deliver(call)));
        }
        return delivered;
      };
      return {
        /** @returns what the branch Event gets of the calls since the last time. */
        events: async () => {
          await sandbox().webhooksSettled();
          const calls = receiver.received.slice(read);
          read = receiver.received.length;
          return deliverAll(calls);
        },
        /** Gorgias makes every call once more. */
        repeatedEvents: () => deliverAll(receiver.received),
      };
    },
  };
}

/** As JSON carries it: what is undefined is left out. */
function copy<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
