import {
  type ActionContext,
  type ActionDefinition,
  type ActionInputParameters,
  action,
  type ConnectionInputField,
  type Inputs,
  type OutputSchema,
  PerformSafety,
} from "@prismatic-io/spectral";
import { createRunClient, type GorgiasClient } from "./client";
import { outputSchemaOf } from "./contract/outputs";
import type { Route } from "./contract/routes";
import { withClearFieldLabels } from "./inputs/choiceLabels";
import type { CleanInput } from "./inputs/input";
import { inOrder } from "./inputs/order";
import { connection, debugRequest } from "./inputs/shared";

/** The inputs that every action has. */
interface CommonInputs {
  connection: ConnectionInputField;
  debugRequest: CleanInput<boolean>;
}

/** An action is where it goes, what it takes and what it shows; all else is done here. */
interface GorgiasAction<I extends Inputs, R> {
  /** The operation whose response is the action's output. */
  answers?: Route;
  /** The output of an action that gives anything else. */
  outputSchema?: OutputSchema;
  display: Display;
  /** Beside the connection and Debug Request, in any order: see `inOrder`. */
  inputs: I;
  /** Does it leave Gorgias as it was? Then the designer may run it to show real data. */
  reads: boolean;
  /** @param inputs cleaned, and only those that the action declares. */
  perform: (
    client: GorgiasClient,
    inputs: Omit<ActionInputParameters<I>, keyof CommonInputs>,
  ) => Promise<R>;
  /** What `perform` returns, as the designer shows it before the first run. */
  examplePayload?: R;
}

/** How the designer shows an action. */
export interface Display {
  label: string;
  description: string;
  /** Is it one of the handful of everyday ones, which the designer shows first? */
  important?: boolean;
}

/** What the action gives to the next step: `data`, and for files its content type. */
export interface Result<T> {
  data: T;
  contentType?: string;
}

/** What an action gives whose request answers nothing. */
export const SUCCESS = { data: { message: "Success" } };

/**
 * Makes an action whose `perform` is given a client of the connection and the declared inputs.
 *
 * The platform passes inputs that a component does not declare through unseen; here they stop, so
 * that nothing a builder did not set is ever written.
 */
export function gorgiasAction<const I extends Inputs, R extends Result<unknown>>({
  answers,
  outputSchema = answers && outputSchemaOf(answers),
  reads,
  perform,
  ...definition
}: GorgiasAction<I, R>): ActionDefinition<I & CommonInputs> {
  const own = Object.keys(definition.inputs).filter(
    (key) => key !== "connection" && key !== "debugRequest",
  );
  return action({
    ...definition,
    inputs: withClearFieldLabels(inOrder({ ...definition.inputs, connection, debugRequest })),
    ...(outputSchema ? { outputSchema } : {}),
    performSafety: reads ? PerformSafety.SAFE : PerformSafety.NOT_ALLOWED,
    perform: async (context: ActionContext, params: Record<string, unknown>) => {
      const client = createRunClient(context, params.connection, {
        debugRequest: params.debugRequest === true,
      });
      const inputs = Object.fromEntries(own.map((key) => [key, params[key]]));
      return perform(client, inputs as Parameters<typeof perform>[1]);
    },
  } as never) as ActionDefinition<I & CommonInputs>;
}
