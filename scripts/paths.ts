import path from "node:path";

/** The project's folder. */
export const ROOT = path.resolve(__dirname, "..");
/** The component as it is published. */
export const BUNDLE = path.join(ROOT, "dist/index.js");
/** The programs of the installed packages. */
export const BIN = path.join(ROOT, "node_modules/.bin");
