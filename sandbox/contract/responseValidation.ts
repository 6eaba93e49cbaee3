/** Checks the sandbox's own responses against the contract. */
import {
  escapePointer,
  type Operation,
  reasonsByField,
  reference,
  resolveInContract,
  validator,
} from "./document";

export interface ApiResponse {
  status: number;
  headers: Record<string, string>;
  /** Undefined is an empty body; anything else is JSON. */
  body: unknown;
}

/** What is wrong with a response of an operation, or undefined when the contract allows it. */
export function responseViolation(operation: Operation, sent: ApiResponse): string | undefined {
  const code = documentedCode(operation, sent.status);
  if (code === undefined) {
    return `${operation.id}: status ${sent.status} is not in the contract`;
  }
  const response = resolveInContract(operation.responses[code]);
  const problem = headerProblem(response, sent) ?? bodyProblem(operation, code, response, sent);
  return problem && `${operation.id} ${sent.status}: ${problem}`;
}

function documentedCode(operation: Operation, status: number): string | undefined {
  return [String(status), `${Math.floor(status / 100)}XX`].find((c) => c in operation.responses);
}

function headerProblem(response: Record<string, unknown>, sent: ApiResponse): string | undefined {
  const names = new Set(Object.keys(sent.headers).map((name) => name.toLowerCase()));
  const missing = Object.keys(response.headers ?? {}).find(
    (name) => !names.has(name.toLowerCase()),
  );
  return missing && `header ${missing} is missing`;
}

function bodyProblem(
  operation: Operation,
  code: string,
  response: Record<string, unknown>,
  sent: ApiResponse,
): string | undefined {
  const content = response.content as Record<string, unknown> | undefined;
  if (!content?.["application/json"]) {
    return sent.body === undefined ? undefined : "body must be empty";
  }
  const validate = validator(`${operation.id} ${code}`, () => {
    const raw = operation.responses[code] as { $ref?: string };
    const place = raw.$ref ?? `${operation.pointer}/responses/${code}`;
    return reference(`${place}/content/${escapePointer("application/json")}/schema`);
  });
  if (validate(sent.body)) {
    return undefined;
  }
  return JSON.stringify(reasonsByField(validate.errors ?? [], "body"));
}
