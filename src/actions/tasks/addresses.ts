type Address = string | null | undefined;

/** Are they one email address? No mail host tells letter case apart. */
export function isSameEmail(one: Address, other: Address): boolean {
  return !!one && !!other && one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Could a mail be sent there? Told by its form alone. */
export function isEmail(address: Address): address is string {
  return /^[^\s@]+@[^\s@]+$/.test(address?.trim() ?? "");
}

/** Are they one phone number? +1 (415) 555-0100 and 0014155550100 are, 4155550100 is not. */
export function isSamePhone(one: Address, other: Address): boolean {
  return phoneDigits(one) !== "" && phoneDigits(one) === phoneDigits(other);
}

/** A phone number as machines write it: its digits, and the + if it has one. */
export function compactPhone(phone: string): string {
  return phone.replace(/[^\d+]/g, "").replace(/^00/, "+");
}

/** The digits of a phone number, however it is written; an international 00 is a +. */
function phoneDigits(phone: Address): string {
  return (phone ?? "").replace(/\D/g, "").replace(/^00/, "");
}
