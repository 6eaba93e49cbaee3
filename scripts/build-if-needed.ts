/** `npm run build:if-needed`: builds dist/ when it is missing or older than what it is made from. */
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { BUNDLE, ROOT } from "./paths";
import { check, runProgram } from "./program";

/** All that goes into the bundle. The lock file stands for the packages. */
const SOURCES = [
  "src",
  "assets",
  "contract",
  "webpack.config.js",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** When the newest part of a file or folder was written, ms since the epoch. */
function newest(file: string): number {
  const stats = statSync(file);
  if (!stats.isDirectory()) {
    return stats.mtimeMs;
  }
  const inside = readdirSync(file).map((name) => newest(path.join(file, name)));
  // The folder's own time tells of files that were deleted.
  return Math.max(stats.mtimeMs, ...inside);
}

function isCurrent(): boolean {
  return (
    existsSync(BUNDLE) &&
    statSync(BUNDLE).mtimeMs >= Math.max(...SOURCES.map((name) => newest(path.join(ROOT, name))))
  );
}

check(() => {
  if (isCurrent()) {
    return;
  }
  const startedAt = new Date();
  runProgram("webpack", []);
  // webpack does not touch a file that comes out the same, and what is edited meanwhile is newer.
  utimesSync(BUNDLE, startedAt, startedAt);
  const seconds = ((Date.now() - startedAt.getTime()) / 1_000).toFixed(1);
  // On stderr, so that a program can read what the next script prints.
  console.error(`Built dist/index.js in ${seconds} s.`);
});
