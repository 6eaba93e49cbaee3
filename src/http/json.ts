const LONG_RUN = 16;
const ZERO = 48;
const NINE = 57;

/**
 * Reads JSON as JSON.parse does, but a whole number that a double cannot hold exactly becomes text
 * with every digit: an id of another system must not change on its way.
 *
 * @throws SyntaxError
 */
export function parseExactJson(text: string): unknown {
  const parsed = JSON.parse(text);
  return hasLongDigitRun(text) ? JSON.parse(quoteLongIntegers(text)) : parsed;
}

/** Looks at every sixteenth character alone: a run of sixteen digits cannot lie between two of them. */
function hasLongDigitRun(text: string): boolean {
  for (let at = LONG_RUN - 1; at < text.length; at += LONG_RUN) {
    if (!isDigit(text, at)) {
      continue;
    }
    let first = at;
    let last = at;
    while (isDigit(text, first - 1)) {
      first -= 1;
    }
    while (isDigit(text, last + 1)) {
      last += 1;
    }
    if (last - first + 1 >= LONG_RUN) {
      return true;
    }
  }
  return false;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}

/** @param text valid JSON. */
function quoteLongIntegers(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote === -1 ? text.length : quote;
    parts.push(text.slice(at, end).replace(/-?\d+(\.\d+)?([eE][+-]?\d+)?/g, quoteIfInexact));
    at = quote === -1 ? text.length : endOfString(text, quote);
    parts.push(text.slice(end, at));
  }
  return parts.join("");
}

function quoteIfInexact(digits: string, fraction?: string, exponent?: string): string {
  const isExact = fraction || exponent || Number.isSafeInteger(Number(digits));
  return isExact ? digits : `"${digits}"`;
}

/** @returns the index after the closing quote. */
function endOfString(text: string, openingQuote: number): number {
  for (let at = openingQuote + 1; ; at += 1) {
    at = text.indexOf('"', at);
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\") {
      backslashes += 1;
    }
    if (backslashes % 2 === 0) {
      return at + 1;
    }
  }
}
