/**
 * `npm run mutation -- PATH [TESTS…]`: how many changes of the code in PATH the tests notice. TESTS are
 * folders or files beside those that mirror PATH. Takes minutes to hours, so it is no part of the checks.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { BIN, ROOT } from "./paths";

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error("Say what to mutate: npm run mutation -- src/http");
  process.exitCode = 1;
} else {
  const { status } = spawnSync(path.join(BIN, "stryker"), ["run"], {
    cwd: ROOT,
    env: { ...process.env, MUTATION_PATHS: paths.join(" ") },
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
