import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const mimeTypes = require.resolve("mime-types");
const mimeDatabase = createRequire(mimeTypes).resolve("mime-db");

interface LookUps {
  /** Content types by ending. */
  types: Record<string, string>;
  /** Endings by content type. */
  extensions: Record<string, string[]>;
}

function lookUpsIn(database: unknown): LookUps {
  let lookUps: LookUps | undefined;
  jest.isolateModules(() => {
    jest.doMock(mimeDatabase, () => database);
    lookUps = require(mimeTypes);
  });
  return lookUps as LookUps;
}

it("the trimmed database of content types answers as the whole one does", () => {
  const trim = require("../scripts/webpack/withoutTypesThatHaveNoExtension.cjs");
  const text = readFileSync(mimeDatabase.replace("index.js", "db.json"), "utf8");
  const [whole, trimmed] = [JSON.parse(text), JSON.parse(trim(text))];
  expect(Object.keys(trimmed).length).toBeLessThan(Object.keys(whole).length / 2);
  const [expected, actual] = [lookUpsIn(whole), lookUpsIn(trimmed)];
  expect(Object.keys(expected.types).length).toBeGreaterThan(900);
  expect(actual.types).toEqual(expected.types);
  expect(actual.extensions).toEqual(expected.extensions);
});
