import { shorten } from "../../../text";

/** The longest subject that Gorgias takes, characters (contract, schema `MessageCreate`). */
const MAX_SUBJECT = 998;

/** The subject of an answer by email, so that mail programs keep the conversation together. */
export function replySubject(subject: string | null | undefined): string | undefined {
  const asked = subject?.trim();
  if (!asked) {
    return undefined;
  }
  return shorten(/^re\s*:/i.test(asked) ? asked : `Re: ${asked}`, MAX_SUBJECT);
}
