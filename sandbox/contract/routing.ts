import { contract, type Operation } from "./document";

/**
 * Where a request leads: an operation with its raw (decoded) path parameters, a path that exists
 * with other methods only, or nothing.
 */
export type Route =
  | { kind: "operation"; operation: Operation; params: Record<string, string> }
  | { kind: "methods"; allowed: string[] }
  | { kind: "unknown" };

interface CompiledRoute {
  operation: Operation;
  pattern: RegExp;
  names: string[];
}

let routes: CompiledRoute[] | undefined;

/**
 * Routes in order of precedence: more literal segments first, so that `/api/customers/merge` wins
 * over `/api/customers/{id}`.
 */
function compiledRoutes(): CompiledRoute[] {
  routes ??= contract()
    .operations.map(compile)
    .sort((a, b) => a.names.length - b.names.length);
  return routes;
}

function compile(operation: Operation): CompiledRoute {
  const names: string[] = [];
  const source = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    names.push(name);
    return "([^/]+)";
  });
  return { operation, pattern: new RegExp(`^${source}/?$`), names };
}

/**
 * Finds the operation for a method and a path without query. A trailing slash is allowed, because
 * the `uri` of a live record ends with one.
 */
export function route(method: string, path: string): Route {
  const matches = compiledRoutes().filter(({ pattern }) => pattern.test(path));
  const match = matches.find(({ operation }) => operation.method === method);
  if (match) {
    const values = match.pattern.exec(path)?.slice(1) ?? [];
    const params = Object.fromEntries(
      match.names.map((name, i) => [name, decode(values[i] ?? "")]),
    );
    return { kind: "operation", operation: match.operation, params };
  }
  if (matches.length > 0) {
    return { kind: "methods", allowed: matches.map(({ operation }) => operation.method) };
  }
  return { kind: "unknown" };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
