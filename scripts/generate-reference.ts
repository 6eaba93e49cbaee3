/**
 * `npm run docs`: writes docs/reference.md from the compiled definition. With `--check` it writes
 * nothing, and fails when the file is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import component from "../src";
import { ROOT } from "./paths";
import { renderPage } from "./reference/page";
import { RESOURCES } from "./reference/resources";

const TARGET = path.join(ROOT, "docs/reference.md");
const page = renderPage(component, RESOURCES);

if (!process.argv.includes("--check")) {
  mkdirSync(path.dirname(TARGET), { recursive: true });
  writeFileSync(TARGET, page);
} else if (!existsSync(TARGET) || readFileSync(TARGET, "utf8") !== page) {
  console.error("docs/reference.md is stale: run `npm run docs` and commit what it writes.");
  process.exitCode = 1;
} else {
  console.log("docs/reference.md is current.");
}
