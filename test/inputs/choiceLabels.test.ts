import component from "../../src/index";
import { labelled } from "../../src/inputs/choiceLabels";
import type { CompiledInput } from "../support/actions";

describe("the label of a choice", () => {
  it.each<[value: string, label: string]>([
    ["created_datetime:desc", "Created, newest first"],
    ["last_message_datetime:asc", "Last message, oldest first"],
    ["name:asc", "Name, A to Z"],
    ["role.name:desc", "Role name, Z to A"],
    ["usage:desc,name:desc", "Usage, most used first, then name, Z to A"],
    ["relevance:desc", "Relevance, most relevant first"],
    ["priority:desc", "Priority, highest first"],
    ["created_datetime", "Created"],
    ["ticket-handed-over", "Ticket handed over"],
    ["applyMacro", "Apply macro"],
    ["TicketMessage", "Ticket message"],
    ["order/damaged", "Order: damaged"],
    ["ai-agent-csat", "AI agent CSAT"],
    ["whatsapp", "WhatsApp"],
    ["id", "ID"],
    ["true", "Yes"],
    ["Africa/Dar_es_Salaam", "Africa/Dar es Salaam"],
    ["UTC", "UTC"],
    ["GET", "GET"],
  ])("of %s is %s", (value, label) => {
    expect(labelled([value, "other"])[0]).toEqual({ label, value });
  });

  it("of a language is its name and its code", () => {
    expect(labelled(["en", "tw", "rc"])).toEqual([
      { label: "English (en)", value: "en" },
      { label: "Twi (tw)", value: "tw" },
      { label: "rc", value: "rc" },
    ]);
  });
});

const inputs = Object.entries({ ...component.actions, ...component.triggers }).flatMap(
  ([key, { inputs: own }]) =>
    (own as unknown as CompiledInput[]).map((input) => ({ ...input, at: `${key}.${input.key}` })),
);

it("no two choices of an input have the same label", () => {
  for (const { at, model = [] } of inputs) {
    expect([at, new Set(model.map(({ label }) => label)).size]).toEqual([at, model.length]);
  }
});

it("the choices of Clear Fields are called as the inputs that they empty", () => {
  const labels = Object.fromEntries(inputs.map(({ at, label }) => [at, label]));
  const choices = inputs
    .filter(({ key }) => key === "clear_fields")
    .flatMap(({ at, model = [] }) =>
      model.map(({ label, value }) => [at.replace("clear_fields", value), label]),
    );
  expect(choices.length).toBeGreaterThan(30);
  for (const [at = "", label] of choices) {
    expect([at, label]).toEqual([at, labels[at] ?? label]);
  }
  expect(choices).toContainEqual(["updateTicket.snooze_datetime", "Snooze Datetime"]);
});
