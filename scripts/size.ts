/**
 * `npm run size`: bytes of the bundle, and the time to load it over a bare Node.js. Fails when the
 * bundle is too large.
 */
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { BUNDLE, ROOT } from "./paths";

const MAX_BYTES = 720_000;
/** Processes started for each of the two times; an odd number has a middle. */
const ROUNDS = 15;

/** Milliseconds from start to end of a Node.js process that runs `script`. */
function timeProcess(script: string): number {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, ["-e", script]);
  if (status !== 0) {
    throw new Error(`node -e '${script}' failed.`);
  }
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const bytes = statSync(BUNDLE).size;
const load = `require(${JSON.stringify(BUNDLE)})`;
// In turn, so that whatever else this machine does falls on both.
const rounds = Array.from({ length: ROUNDS }, () => ({
  bare: timeProcess(""),
  loaded: timeProcess(load),
}));
const bare = median(rounds.map((round) => round.bare));
const loaded = median(rounds.map((round) => round.loaded));

const name = path.relative(ROOT, BUNDLE);
const share = Math.round((bytes / MAX_BYTES) * 100);
console.log(
  `${name}: ${bytes.toLocaleString("en")} bytes (${share} % of the ${MAX_BYTES.toLocaleString("en")} allowed)`,
);
console.log(
  `Load time: ${Math.round(loaded - bare)} ms over bare Node.js (${Math.round(loaded)} ms against ${Math.round(bare)} ms, medians of ${ROUNDS})`,
);
if (bytes > MAX_BYTES) {
  console.error(`${name} is ${bytes - MAX_BYTES} bytes too large.`);
  process.exitCode = 1;
}
