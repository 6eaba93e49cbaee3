/** Which actions belong together: the folders of src/actions, under the headings of the reference. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../paths";

export interface Resource {
  heading: string;
  /** Of its actions. */
  keys: ReadonlySet<string>;
}

/** What is wanted most comes first; any other folder follows in the order of the alphabet. */
const FIRST = ["tasks", "tickets", "messages", "ticketTags", "customers"];
const LAST = ["rawRequest"];
/** Search and Raw Request are the names of actions, and a name is a place on the page. */
const HEADINGS: Record<string, string> = {
  tasks: "Everyday Tasks",
  search: "Searching",
  rawRequest: "Any Other Request",
};

const ACTIONS = path.join(ROOT, "src/actions");

export const RESOURCES: readonly Resource[] = readdirSync(ACTIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, "en"))
  .map((folder) => ({
    heading: headingOf(folder),
    keys: new Set(Object.keys(require(path.join(ACTIONS, folder)))),
  }));

/** `satisfactionSurveys` is Satisfaction Surveys. */
function headingOf(folder: string): string {
  return (
    HEADINGS[folder] ??
    folder.replace(/^./, (first) => first.toUpperCase()).replace(/(?=[A-Z])(?<!^)/g, " ")
  );
}

function rank(folder: string): number {
  const [first, last] = [FIRST.indexOf(folder), LAST.indexOf(folder)];
  return first >= 0 ? first : FIRST.length + (last >= 0 ? 1 + last : 0);
}
