/**
 * `npm run build:code-native`: generates the component's manifest for the code-native example, checks
 * its types against it and builds it.
 */
import path from "node:path";
import { generateManifest } from "./manifest";
import { ROOT } from "./paths";
import { check, runProgram } from "./program";

const EXAMPLE = path.join(ROOT, "examples/code-native");

check(() => {
  generateManifest(path.join(EXAMPLE, "manifest"));
  runProgram("tsc", ["--project", EXAMPLE]);
  runProgram("webpack", ["--config", path.join(EXAMPLE, "webpack.config.js")]);
  console.log(
    "The code-native example type-checks and is built: examples/code-native/dist/index.js.",
  );
});
