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

/** What the page shows no example for and the action needs. */
const NEEDED: Record<string, Record<string, unknown>> = {
  createCustomer: { channels: '[{"type": "email", "address": "john@example.com"}]' },
  createTicket: { messages: '[{"channel": "email", "from_agent": true, "via": "email"}]' },
  createTicketMessage: { source: '{"type": "aircall"}' },
  deleteTicket: { id: "5" },
  getTicket: { id: "5" },
  rawRequest: { method: "GET", url: "/account", responseType: "json" },
  updateTicket: { id: "5" },
  updateTicketCustomFields: { custom_fields: '[{"id": 301, "value": "Shoe"}]' },
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
  return { ...Object.fromEntries(examples), ...NEEDED[key] };
}
