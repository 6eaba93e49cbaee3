/**
 * Compiles the package into `dist`, which repeats the folders of the repository: the compiled files
 * find the contract beside them where the sources find it beside the package.
 */
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import path from "node:path";

const FROM_CONTRACT = ["generated/gorgias-openapi.json", "generated/gorgias.d.ts"];

const dist = path.join(__dirname, "dist");
rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"],
  {
    cwd: __dirname,
    stdio: "inherit",
  },
);
for (const file of FROM_CONTRACT) {
  cpSync(path.join(__dirname, "../contract", file), path.join(dist, "contract", file));
}
