#!/usr/bin/env node
/** `gorgias-sandbox --port 4010 --tickets 5000`: the sandbox by itself, until Ctrl-C. */
import { parseArgs } from "node:util";
import { startSandbox } from ".";
import { TIME_FORMS, type TimeForm } from "./listOddities";
import type { SandboxOptions } from "./types";

const USAGE = `Usage: gorgias-sandbox [options]
  --port N        port on 127.0.0.1 (default 4010)
  --tickets N     tickets to start with (default 25)
  --customers N   customers to start with (default: one for every two tickets)
  --seed N        same seed, same records (default 1)
  --no-limit      never answer 429
  --late MS       lists show a change only so long after its time (default 0)
  --times FORM    how lists write times: ${TIME_FORMS.join(", ")}
  --unsorted      the records of a page are out of order
  --help          this text`;

const DEFAULT_PORT = 4010;

function readOptions(): SandboxOptions | "help" {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      tickets: { type: "string" },
      customers: { type: "string" },
      seed: { type: "string" },
      "no-limit": { type: "boolean" },
      late: { type: "string" },
      times: { type: "string" },
      unsorted: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    return "help";
  }
  return {
    port: wholeNumber("port", values.port) ?? DEFAULT_PORT,
    tickets: wholeNumber("tickets", values.tickets),
    customers: wholeNumber("customers", values.customers),
    seed: wholeNumber("seed", values.seed),
    ...(values["no-limit"] && { rateLimit: false }),
    commitDelayMs: wholeNumber("late", values.late),
    listedTimes: timeForm(values.times),
    unsortedPages: values.unsorted,
  };
}

/** @throws TypeError when the text is not a whole number */
function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text !== undefined && !/^\d+$/.test(text)) {
    throw new TypeError(`--${name} must be a whole number, not "${text}"`);
  }
  return text === undefined ? undefined : Number(text);
}

/** @throws TypeError when the text is none of the forms */
function timeForm(text: string | undefined): TimeForm | undefined {
  if (text !== undefined && !(TIME_FORMS as readonly string[]).includes(text)) {
    throw new TypeError(`--times must be one of ${TIME_FORMS.join(", ")}, not "${text}"`);
  }
  return text as TimeForm | undefined;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === "help") {
    console.log(USAGE);
    return;
  }
  const { url, credentials, state } = await startSandbox(options);
  const { username, apiKey, accessToken } = credentials;
  const connection = JSON.stringify({ fields: { domain: "sandbox", username, apiKey } });
  console.log(`Gorgias sandbox with ${state.tickets.size} tickets at ${url}

  API key   ${username} / ${apiKey}
  OAuth2    Bearer ${accessToken}

Paste these two lines into another terminal, and the component there works with it:

  export GORGIAS_SANDBOX_URL=${url}
  export PRISMATIC_CONNECTION_VALUE='${connection}'

Or ask it yourself:

  curl -u '${username}:${apiKey}' '${url}/api/tickets?limit=1'

Stop it with Ctrl-C; nothing is kept.`);
}

main().catch((error: Error) => {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 1;
});
