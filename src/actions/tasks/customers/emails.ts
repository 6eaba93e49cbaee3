import { domainToASCII } from "node:url";
import { type Clean, text } from "../../../inputs/clean";
import { refuse } from "../../../inputs/refusal";

type Address = string | null | undefined;

/** Gorgias takes no longer ones (contract, schema `CustomerCreate`). */
const MAX_LENGTH = 320;

/** Could a mail be sent there? Told by its form alone. */
export function isEmail(address: Address): address is string {
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address?.trim() ?? "");
}

/** Are they one email address? No mail host tells letter case apart, or the spellings of a domain. */
export function isSameEmail(one: Address, other: Address): boolean {
  return !!one && !!other && normalizeEmail(one) === normalizeEmail(other);
}

/** An email address without its +tag: mail to it comes to the same mailbox. */
export function withoutTag(address: string): string {
  return address.replace(/\+[^@]*@/, "@");
}

/** As people really have them: with two dots in a row, or with letters of any script. */
export function emailAddress(label: string): Clean<string> {
  return (value) => {
    const address = text(label)(value).trim();
    if (!isEmail(address) || address.length > MAX_LENGTH) {
      throw refuse(label, "must be an email address", value);
    }
    return address;
  };
}

function normalizeEmail(address: string): string {
  const [local = "", domain = ""] = address.trim().normalize("NFC").toLowerCase().split("@");
  return `${local}@${domainToASCII(domain) || domain}`;
}
