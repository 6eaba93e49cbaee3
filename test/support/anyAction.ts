/** Every action of the component, as the designer shows it, and the examples that it shows. */
import component from "../../src";

/** An input as the designer shows it. */
export interface AnyInput {
  key: string;
  label: string;
  type: string;
  comments?: string;
  example?: string;
  default?: unknown;
  required?: boolean;
  collection?: string;
  model?: { value: string }[];
}

/** An action as the designer shows it. */
export interface AnyAction {
  display: { label: string; description: string };
  inputs: AnyInput[];
  examplePayload?: { data: unknown };
  outputSchema?: { type: string; schema: string };
  performSafety?: string;
}

export const allActions = component.actions as unknown as Record<string, AnyAction>;

export function actionOf(key: string): AnyAction {
  return allActions[key] as AnyAction;
}

/** The examples of Raw Request are of several requests: these go together. */
const TOGETHER: Record<string, Record<string, unknown>> = {
  rawRequest: { method: "GET", url: "/account", responseType: "json" },
};

/** Every example that the designer shows, as it is shown; Clear Fields contradicts the others. */
export function examplesOf(key: string): Record<string, unknown> {
  const shown = actionOf(key).inputs.filter(
    ({ key: input, example }) => example !== undefined && input !== "clear_fields",
  );
  const examples = shown.map(({ key: input, example, collection }) => [
    input,
    collection === "valuelist" ? [example] : example,
  ]);
  return { ...Object.fromEntries(examples), ...TOGETHER[key] };
}
