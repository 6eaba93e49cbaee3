/**
 * `npm start`: the built component at work, as an integration uses it. Against a sandbox of its
 * own; with a connection in PRISMATIC_CONNECTION_VALUE, reading only, against that account.
 */
import { startSandbox } from "gorgias-sandbox";
import { destinationOf, givenConnection } from "./component";
import { readingJourney } from "./smokeTest/reading";
import { runSteps } from "./smokeTest/steps";
import { workingJourney } from "./smokeTest/working";

const TICKETS = 2_500;

async function main(): Promise<number> {
  const connection = givenConnection();
  if (connection) {
    console.log(`Reading from ${destinationOf(connection)}. Nothing is changed.\n`);
    return runSteps(readingJourney(connection));
  }
  const sandbox = await startSandbox({ tickets: TICKETS });
  process.env.GORGIAS_SANDBOX_URL = sandbox.url;
  console.log(`Working against a sandbox with ${TICKETS} tickets at ${sandbox.url}.\n`);
  try {
    return await runSteps(workingJourney(sandbox));
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
