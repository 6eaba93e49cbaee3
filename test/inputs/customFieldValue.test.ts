import type { GorgiasClient } from "../../src/client";
import { customFieldValue, toScalar } from "../../src/inputs/customFieldValue";
import { apiKeyConnection, run, runToError, useSandbox } from "../support/integration";

const sandbox = useSandbox();
const NO_CLIENT = {} as GorgiasClient;

describe("a value", () => {
  it.each([
    ["text", "3", "3"],
    ["text", "yes", "yes"],
    ["number", "3", 3],
    ["number", " -0.5 ", -0.5],
    ["number", "1e3", 1_000],
    ["yes/no", "Yes", true],
    ["yes/no", "false", false],
    ["boolean", "no", false],
  ])("of type %s given %j is %j", async (value_type, value, scalar) => {
    expect(await toScalar(NO_CLIENT, { id: 1, value, value_type })).toBe(scalar);
  });

  it.each([
    ["number", "three", "Value must be a number"],
    ["number", "12345678901234567890", "too large"],
    ["yes/no", "maybe", "Value must be yes or no"],
  ])("of type %s given %j is refused", async (value_type, value, problem) => {
    await expect(toScalar(NO_CLIENT, { id: 1, value, value_type })).rejects.toThrow(problem);
  });

  it("of a type that there is not is refused", () => {
    expect(() => customFieldValue.value_type.clean("colour")).toThrow("Value Type must be one of");
  });
});

describe("without a type", () => {
  const fieldOf = (data_type: string) => {
    const field = [...sandbox().state.customFields.values()].find(
      ({ definition, object_type }) =>
        object_type === "Ticket" && definition.data_type === data_type,
    );
    if (!field) {
      throw new Error(`The sandbox has no field of type ${data_type}.`);
    }
    return field;
  };
  const connection = () => apiKeyConnection(sandbox().credentials);

  it.each([
    ["number", "19.90", 19.9],
    ["boolean", "yes", true],
  ])("it is looked up: a %s given %j is sent as a bare %j", async (type, value, sent) => {
    const { id } = fieldOf(type);
    const inputs = { connection: connection(), ticket_id: "5", id: String(id), value };
    await run("updateTicketCustomField", inputs);
    const traffic = sandbox().requests.map(({ method, path, body }) => [method, path, body]);
    expect(traffic).toEqual([
      ["GET", `/api/custom-fields/${id}`, undefined],
      ["PUT", `/api/tickets/5/custom-fields/${id}`, sent],
    ]);
  });

  it("of a field whose type is not known, it is asked for, and nothing is written", async () => {
    const field = fieldOf("number");
    const definition = { ...field.definition, data_type: "date" } as never;
    sandbox().state.customFields.set(field.id, { ...field, definition });
    const client = { request: async () => ({ ...field, definition }) } as unknown as GorgiasClient;
    await expect(toScalar(client, { id: field.id, value: "x" })).rejects.toThrow(
      "Value Type must be set",
    );
    const inputs = { connection: connection(), ticket_id: "5", id: "0", value: "x" };
    expect((await runToError("updateTicketCustomField", inputs)).message).toContain(
      "Custom Field ID",
    );
  });
});
