/** The command line of `npm run invoke`. */
export const USAGE = `Usage: npm run invoke                          lists what there is
       npm run invoke -- KEY --help            shows its inputs
       npm run invoke -- KEY [input=value …]   runs it and prints its result

  Runs an action, a trigger or a picker (data source) of the built component: against the account of
  PRISMATIC_CONNECTION_VALUE, else against the sandbox at GORGIAS_SANDBOX_URL, else against a sandbox
  of its own.

  input=value        as in the designer; JSON where an input takes it
  input=a input=b    a list of two
  input=@FILE        the content of a file, where an input takes binary data
  --out FILE         writes the result into FILE instead of printing it
  --state FILE       of a trigger that runs on a schedule: keeps what it remembers in FILE, so that
                     the next run tells what changed since this one
  --body FILE        of a trigger that is called: the body of the call`;

/** What was asked for cannot be run: the message says what can. */
export class UsageError extends Error {}

export interface Command {
  /** Of an action, trigger or data source; undefined asks for the list of them. */
  key?: string;
  /** Inputs and their values, in the order given. */
  pairs: [string, string][];
  help: boolean;
  /** Files, by option. */
  out?: string;
  state?: string;
  body?: string;
}

const FILE_OPTIONS = ["out", "state", "body"] as const;

/** @throws UsageError */
export function readCommand(args: readonly string[]): Command {
  const rest = args.filter((argument) => argument !== "--help");
  const files: Pick<Command, (typeof FILE_OPTIONS)[number]> = {};
  for (const option of FILE_OPTIONS) {
    const at = rest.indexOf(`--${option}`);
    if (at !== -1) {
      const [, file] = rest.splice(at, 2);
      if (!file) {
        throw new UsageError(`--${option} needs a file.\n\n${USAGE}`);
      }
      files[option] = file;
    }
  }
  const [key, ...given] = rest;
  return { key, pairs: given.map(toPair), help: args.includes("--help"), ...files };
}

function toPair(argument: string): [string, string] {
  const equals = argument.indexOf("=");
  if (equals < 1) {
    throw new UsageError(`"${argument}" is not input=value.\n\n${USAGE}`);
  }
  return [argument.slice(0, equals), argument.slice(equals + 1)];
}
