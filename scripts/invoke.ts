/** `npm run invoke -- listTickets limit=5`: runs one part of the component and prints its result. */
import { writeFileSync } from "node:fs";
import { loadComponent, runnerFor } from "./component";
import { findOperation, helpOf, listing } from "./invoke/catalog";
import { readCommand, USAGE } from "./invoke/command";
import { readInputs } from "./invoke/inputValues";
import { type Result, runOperation } from "./invoke/run";
import { resolveTarget } from "./target";

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { key, pairs, help, out, ...files } = readCommand(process.argv.slice(2));
  const component = loadComponent();
  if (key === undefined) {
    console.log(help ? USAGE : `${USAGE}\n\n${listing(component)}`);
    return;
  }
  const operation = findOperation(component, key);
  if (help) {
    console.log(helpOf(operation));
    return;
  }
  const inputs = readInputs(operation, pairs);
  const target = await resolveTarget();
  try {
    console.error(`${operation.definition.display.label}: ${target.name}`);
    // On stderr, so that stdout is the result alone.
    const runner = runnerFor(target.connection, (level, line) =>
      console.error(`${level}: ${line}`),
    );
    deliver(await runOperation(runner, operation, inputs, files), out);
  } finally {
    await target.close();
  }
}

/** Prints a result, or writes it into a file. Binary data is not for a terminal. */
function deliver({ data, contentType }: Result, out: string | undefined): void {
  const content = Buffer.isBuffer(data) ? data : JSON.stringify(data ?? null, null, 2);
  if (out) {
    writeFileSync(out, content);
    console.error(`Wrote ${Buffer.byteLength(content)} bytes into ${out}.`);
  } else if (Buffer.isBuffer(content)) {
    console.log(JSON.stringify({ bytes: content.length, contentType }, null, 2));
    console.error("The result is binary: --out FILE writes it.");
  } else {
    console.log(content);
  }
}
