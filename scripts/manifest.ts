import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runProgram } from "./program";

/** Writes the typed package of the built component with the platform's generator. */
export function generateManifest(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  runProgram(
    "component-manifest",
    ["--skip-signature-verify", "--name", "gorgias-manifest", "--output-dir", folder],
    {
      // The generator asks the CLI for the signature. This keeps both off the network and away from
      // the profile of whoever runs it.
      env: {
        PRISM_SKIP_NEW_VERSION_CHECK: "true",
        PRISM_CONFIG_FILE: path.join(tmpdir(), `gorgias-no-profile-${process.pid}.yml`),
      },
    },
  );
}
