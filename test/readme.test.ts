/** The counts that README tells are those of the component. */
import { readFileSync } from "node:fs";
import path from "node:path";
import component from "../src";
import * as tasks from "../src/actions/tasks";

const text = readFileSync(path.join(__dirname, "../README.md"), "utf8");
const count = {
  actions: Object.keys(component.actions).length,
  tasks: Object.keys(tasks).length,
  pickers: Object.keys(component.dataSources).length,
  triggers: Object.keys(component.triggers).length,
  connections: component.connections.length,
};

it("counts what there is", () => {
  const [, actions, operations, everyday, pickers, triggers, connections] =
    /(\d+) actions: the (\d+) operations of the API, (\d+) everyday tasks and Raw Request\. (\d+) pickers, (\d+) triggers,\s+(\d+) connections/.exec(
      text,
    ) ?? [];
  expect({ actions, everyday, pickers, triggers, connections }).toEqual({
    actions: String(count.actions),
    everyday: String(count.tasks),
    pickers: String(count.pickers),
    triggers: String(count.triggers),
    connections: String(count.connections),
  });
  expect(Number(operations)).toBe(count.actions - count.tasks - 1);
});

it("adds up in its table of resources", () => {
  // Figures stand in tables further down.
  const table = text.slice(text.indexOf("| Resource"), text.indexOf("### Everyday tasks"));
  const rows = [...table.matchAll(/^\| \**([A-Z][^|*]*?)\** +\| +(\d+) +\|/gm)];
  const actions = rows
    .filter(([, name]) => name !== "Pickers")
    .map(([, , number]) => Number(number));
  expect(actions.reduce((sum, number) => sum + number, 0)).toBe(count.actions);
});

it("tells of every task by its label", () => {
  const labels = Object.values(tasks).map(
    (task) => (task as { display: { label: string } }).display.label,
  );
  expect(labels.filter((label) => !text.includes(label))).toEqual([]);
});
