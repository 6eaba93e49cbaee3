/**
 * `npm run manifest`: does the platform's manifest generator read the built component, and does
 * what it writes type-check? Code-native integrations use the component through this package.
 */
import { readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { generateManifest } from "./manifest";
import { ROOT } from "./paths";
import { check, runProgram } from "./program";
import { inTemporaryFolder } from "./temporaryFolder";

check(() =>
  inTemporaryFolder((folder) => {
    const manifest = path.join(folder, "manifest");
    generateManifest(manifest);
    symlinkSync(path.join(ROOT, "node_modules"), path.join(manifest, "node_modules"));
    runProgram("tsc", ["--project", manifest, "--noEmit", "--types", "node"]);
    const files = readdirSync(path.join(manifest, "src"), { recursive: true }).filter((name) =>
      String(name).endsWith(".ts"),
    );
    console.log(`The manifest type-checks: ${files.length} files.`);
  }),
);
