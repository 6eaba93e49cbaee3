/** `npm run check:reproducible`: do two builds give the same bytes? */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { check, runProgram } from "./program";
import { inTemporaryFolder } from "./temporaryFolder";

/** One line a file: its name and the SHA-256 of its bytes. */
function fingerprint(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => {
      const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
      return `${hash}  ${path.relative(folder, file)}`;
    })
    .sort();
}

function build(): string[] {
  return inTemporaryFolder((folder) => {
    runProgram("webpack", ["--output-path", folder]);
    return fingerprint(folder);
  });
}

check(() => {
  const [first, second] = [build(), build()];
  const list = first.join("\n");
  if (list !== second.join("\n")) {
    throw new Error(`Two builds differ:\n${list}\n\n${second.join("\n")}`);
  }
  console.log(`Two builds are the same:\n${list}`);
});
