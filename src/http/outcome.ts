import { explainAnswer } from "./errors";
import type { Redactor } from "./redaction";
import type { Failure } from "./retry";
import { TransportError, type WireAnswer } from "./transport";

/** A happy answer. */
export interface ApiAnswer<T> {
  data: T;
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
}

/** What one attempt came to. */
export type Outcome =
  | { kind: "success"; answer: ApiAnswer<unknown> }
  | { kind: "redirect"; wire: WireAnswer }
  | FailedOutcome;

export interface FailedOutcome {
  kind: "failure";
  failure: Failure;
  /** What went wrong, in words without secrets. */
  problem: string;
  /** Gorgias's per-field details. */
  details?: unknown;
  wire?: WireAnswer;
  /** The answer was a web page, not Gorgias's. */
  html?: boolean;
  /** Another attempt would end the same way. */
  final?: boolean;
}

/** Judges an answer by its status and, where JSON is expected, its body. */
export function readAnswer(
  wire: WireAnswer,
  { method, expect }: { method: string; expect: "json" | "text" | "bytes" | "any" },
  redactor: Redactor,
): Outcome {
  const { status, headers, body } = wire;
  const expectsJson = expect === "json" || (expect === "any" && saysJson(wire));
  if (status >= 300 && status < 400) {
    return { kind: "redirect", wire };
  }
  if (status >= 400 || status < 200) {
    const { text, details, html } = explainAnswer(body.toString(), redactor);
    return {
      kind: "failure",
      failure: { kind: "answer", status },
      problem: text,
      details,
      wire,
      html,
    };
  }
  return expectsJson
    ? readJson(wire, method)
    : { kind: "success", answer: { data: body, status, headers } };
}

/** Judges an attempt without an answer. Rethrows what is not the network's doing. */
export function readLoss(error: unknown): FailedOutcome {
  if (!(error instanceof TransportError)) {
    throw error;
  }
  return {
    kind: "failure",
    failure: { kind: "lost", mayHaveArrived: error.mayHaveArrived },
    problem: error.message,
    final: error.tooLarge,
  };
}

function halfAnAnswer(problem: string): FailedOutcome {
  return {
    kind: "failure",
    failure: { kind: "lost", mayHaveArrived: true },
    problem,
  };
}

/** JSON that does not parse was cut short on its way, or never was JSON. */
function readJson(wire: WireAnswer, method: string): Outcome {
  const { status, headers } = wire;
  const text = wire.body.toString();
  // An empty body is right for a write (202, 204), never for a read.
  if (text.trim() === "" && (method !== "GET" || status === 204)) {
    return { kind: "success", answer: { data: undefined, status, headers } };
  }
  try {
    return { kind: "success", answer: { data: JSON.parse(text), status, headers } };
  } catch {
    return halfAnAnswer(
      /^\s*</.test(text) ? "the answer is a web page instead of JSON" : "the answer was cut short",
    );
  }
}

function saysJson({ headers }: WireAnswer): boolean {
  return /\bjson\b/i.test(headers["content-type"] ?? "");
}
