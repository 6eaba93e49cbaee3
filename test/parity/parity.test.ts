/**
 * What live Gorgias answered, operation by operation, against the contract and the sandbox. The values of
 * a fixture are made up; its keys, kinds, envelope and status are those of the recording it names.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contract, type Operation, responseViolation } from "gorgias-sandbox/contract";
import { useSandbox } from "../support/integration";
import { bearerAuth, call } from "../support/sandboxClient";
import { arrange, type ParityRequest } from "./arrange";
import { differences } from "./shape";

interface Fixture {
  operation: string;
  /** Valid for the sandbox; `$name` stands for one of its records. */
  request: ParityRequest;
  /** 200 of a proxy stands for any success: it passed on what Gorgias said of errors and 204 only. */
  status: number;
  statusFrom: "Gorgias" | "proxy";
  /** Absent when the body was empty. */
  response?: unknown;
}

const FOLDER = path.join(__dirname, "fixtures");
const FIXTURES = readdirSync(FOLDER).map(
  (file): Fixture => JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")),
);

/** Of the token that was recorded: it lacked write:all. */
const SCOPES = [
  ...["account", "customers", "custom_fields", "events", "integrations", "jobs", "macros"],
  ...["rules", "satisfaction_survey", "statistics", "tags", "teams", "tickets", "users", "views"],
].flatMap((resource) => [`${resource}:read`, `${resource}:write`]);

const sandbox = useSandbox({ scopes: SCOPES });

it("covers 47 operations, each of them of the contract", () => {
  const known = new Set<string>(contract().operations.map(({ id }) => id));
  const covered = FIXTURES.map(({ operation }) => operation).filter((id) => known.has(id));
  expect(new Set(covered).size).toBe(47);
});

describe.each(FIXTURES.map((fixture) => [fixture.operation, fixture] as const))(
  "%s",
  (id, { request, status, statusFrom, response }) => {
    it("fits the contract", () => {
      const operation = operationOf(id);
      const documented = statusFrom === "proxy" ? successOf(operation) : status;
      const headers = { "x-gorgias-account-api-call-limit": "1/80", "x-request-id": "1" };
      expect(
        responseViolation(operation, { status: documented, headers, body: response }),
      ).toBeUndefined();
    });

    it("is answered by the sandbox in the same shape", async () => {
      const { method, path: address, query, body } = await arrange(sandbox(), request, id);
      const search = new URLSearchParams(query as Record<string, string>).toString();
      const recorded = await call(
        sandbox(),
        method,
        search ? `${address}?${search}` : address,
        body,
        {
          authorization: bearerAuth(sandbox()),
        },
      );
      expect(statusFrom === "proxy" ? Math.floor(recorded.status / 100) : recorded.status).toBe(
        statusFrom === "proxy" ? 2 : status,
      );
      expect(differences(response, recorded.body)).toEqual([]);
    });
  },
);

function operationOf(id: string): Operation {
  const found = contract().operations.find((operation) => operation.id === id);
  if (!found) {
    throw new Error(`The contract has no operation ${id}.`);
  }
  return found;
}

/** The status that the contract documents for success: the proxy of the recording said 200 itself. */
function successOf({ responses }: Operation): number {
  return Number(Object.keys(responses).find((code) => code.startsWith("2")));
}
