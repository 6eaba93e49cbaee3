/**
 * `npm run check:generated`: are the generated files what `npm run generate` would write now?
 *
 * It runs in a copy of the project, so that the check writes nothing and tests the same command
 * that mends what it finds.
 */
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./paths";
import { check, runProgram } from "./program";
import { inTemporaryFolder } from "./temporaryFolder";

const GENERATED = [
  "contract/generated/gorgias.d.ts",
  "contract/generated/gorgias-openapi.json",
  "src/contract/generated/routes.json",
  "src/contract/generated/schemas.json",
  "src/contract/generated/outputs.json",
  "docs/reference.md",
];
/** All that the generators read. */
const SOURCES = ["contract", "spec", "src", "scripts", "docs", "package.json", "tsconfig.json"];

check(() =>
  inTemporaryFolder((copy) => {
    for (const name of SOURCES.filter((source) => existsSync(path.join(ROOT, source)))) {
      cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
    }
    symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
    runProgram("npm", ["run", "generate", "--silent"], { cwd: copy });

    const read = (folder: string, name: string): string | undefined =>
      existsSync(path.join(folder, name))
        ? readFileSync(path.join(folder, name), "utf8")
        : undefined;
    const stale = GENERATED.filter((name) => read(ROOT, name) !== read(copy, name));
    if (stale.length > 0) {
      throw new Error(
        `Stale: ${stale.join(", ")}. Run \`npm run generate\` and commit what it writes.`,
      );
    }
    console.log(`Current: ${GENERATED.join(", ")}.`);
  }),
);
