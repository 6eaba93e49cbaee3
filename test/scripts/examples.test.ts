import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import { integrationProblems } from "../../scripts/examples/checkIntegration";
import {
  type IntegrationDefinition,
  referenceName,
  type Step,
} from "../../scripts/examples/definition";
import component from "../../src";

const FOLDER = path.join(__dirname, "../../examples/low-code");

function read(file: string): IntegrationDefinition {
  return load(readFileSync(path.join(FOLDER, file), "utf8")) as IntegrationDefinition;
}

function problems(integration: IntegrationDefinition): string[] {
  return integrationProblems(integration, component);
}

it.each(readdirSync(FOLDER).filter((name) => name.endsWith(".yml")))(
  "%s fits the component",
  (file) => {
    expect(problems(read(file))).toEqual([]);
  },
);

it("names a step as later steps refer to it", () => {
  expect(referenceName("Loop Over Items")).toBe("loopOverItems");
  expect(referenceName("[CRM] Get ID")).toBe("crmGetId");
});

function trigger({ flows }: IntegrationDefinition): Step {
  return flows[0]?.steps[0] as Step;
}

describe("a mistake in an integration is told with its place", () => {
  it.each<[string, (integration: IntegrationDefinition) => void, RegExp]>([
    [
      "an unknown trigger",
      (it) => Object.assign(trigger(it).action, { key: "no" }),
      /no trigger "no"/,
    ],
    [
      "an unknown input",
      (it) => Object.assign(trigger(it).inputs ?? {}, { no: { type: "value", value: "" } }),
      /no: there is no such input/,
    ],
    ["a missing input", (it) => delete trigger(it).inputs?.events, /events: it is required/],
    [
      "an unknown choice",
      (it) => Object.assign(trigger(it).inputs ?? {}, { author: { type: "value", value: "no" } }),
      /author: "no" is none of its choices/,
    ],
    [
      "a value where a list belongs",
      (it) => Object.assign(trigger(it).inputs ?? {}, { tags: { type: "value", value: "vip" } }),
      /tags: it takes a list/,
    ],
    [
      "an unknown branch",
      (it) => Object.assign(trigger(it).branches?.[0] ?? {}, { name: "No" }),
      /no branch "No"/,
    ],
    ["a missing branch", (it) => trigger(it).branches?.pop(), /branch "Ignored" is missing/],
    ["a schedule", (it) => Object.assign(trigger(it), { schedule: {} }), /takes no schedule/],
    [
      "a reference to nothing",
      (it) =>
        Object.assign(trigger(it).branches?.[0]?.steps[0]?.inputs ?? {}, {
          id: { type: "reference", value: "messageReceived.results.body.data.ticket.no" },
        }),
      /"messageReceived.results.body.data.ticket.no" is not in what that step gives/,
    ],
    [
      "a reference to a later step",
      (it) =>
        Object.assign(trigger(it).branches?.[0]?.steps[0]?.inputs ?? {}, {
          id: { type: "template", value: "{{$tellTheChat.results}}" },
        }),
      /"tellTheChat" is no step before it/,
    ],
    [
      "a config variable that is not there",
      (it) => it.requiredConfigVars.pop(),
      /no config variable "Alert Tag"/,
    ],
    [
      "an unknown connection",
      (it) => Object.assign(it.requiredConfigVars[0]?.connection ?? {}, { key: "no" }),
      /no connection "no"/,
    ],
    [
      "batching that the trigger does not do",
      (it) => Object.assign(it.flows[0] ?? {}, { triggerResolver: { enabled: true } }),
      /does not batch/,
    ],
  ])("%s", (_, breakIt, says) => {
    const integration = read("customer-message-alert.yml");
    breakIt(integration);
    expect(problems(integration).join("\n")).toMatch(says);
  });
});
