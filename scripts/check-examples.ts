/**
 * `npm run check:examples`: do the low-code examples fit the built component? `package.json` builds
 * and tests the code-native one beside it.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import { loadComponent } from "./component";
import { integrationProblems } from "./examples/checkIntegration";
import type { IntegrationDefinition } from "./examples/definition";
import { ROOT } from "./paths";
import { check } from "./program";

const FOLDER = path.join(ROOT, "examples/low-code");

check(() => {
  const component = loadComponent();
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));
  const problems = files.flatMap((name) => {
    const text = readFileSync(path.join(FOLDER, name), "utf8");
    const found = integrationProblems(load(text) as IntegrationDefinition, component);
    return found.map((problem) => `${name}: ${problem}`);
  });
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
  console.log(`${files.length} low-code examples fit the component: ${files.join(", ")}.`);
});
