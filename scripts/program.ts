import { spawnSync } from "node:child_process";
import path from "node:path";
import { BIN, ROOT } from "./paths";

/**
 * Runs a program of the project quietly, as npm scripts run them: those of the packages are found
 * first.
 *
 * @returns what it printed.
 * @throws Error with what it printed, when it fails.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd = ROOT, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: `${BIN}${path.delimiter}${process.env.PATH}`, ...env },
  });
  if (status === 0) {
    return `${stdout}${stderr}`;
  }
  const described = error?.message ?? `${stdout}${stderr}`.trim();
  throw new Error(`${command} ${args.join(" ")} failed:\n${described}`);
}

/** Runs a check: what it throws is printed, and fails the process. */
export function check(run: () => void): void {
  try {
    run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
