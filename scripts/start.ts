/**
 * `npm start`: the built component at work, as an integration uses it. Against a sandbox of its
 * own; reading only, against the account of PRISMATIC_CONNECTION_VALUE or the sandbox at
 * GORGIAS_SANDBOX_URL if one of them is set.
 */
import { startSandbox } from "gorgias-sandbox";
import { readingJourney } from "./smokeTest/reading";
import { runSteps } from "./smokeTest/steps";
import { workingJourney } from "./smokeTest/working";
import { givenTarget } from "./target";

const TICKETS = 2_500;

async function main(): Promise<number> {
  const target = await givenTarget();
  if (target) {
    console.log(`Reading from ${target.name}. Nothing is changed.\n`);
    return runSteps(readingJourney(target.connection));
  }
  const uncommitted = new Set<number>();
  const sandbox = await startSandbox({
    tickets: TICKETS,
    commitDelayMs: ({ id }) => (uncommitted.has(id) ? Number.POSITIVE_INFINITY : 0),
  });
  process.env.GORGIAS_SANDBOX_URL = sandbox.url;
  console.log(`Working against a sandbox with ${TICKETS} tickets at ${sandbox.url}.\n`);
  try {
    return await runSteps(workingJourney(sandbox, uncommitted));
  } finally {
    await sandbox.close();
  }
}

main().then(
  (failures) => {
    process.exitCode = failures === 0 ? 0 : 1;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
