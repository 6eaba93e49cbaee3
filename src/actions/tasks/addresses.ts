type Address = string | null | undefined;

/** Are they one email address? No mail host tells letter case apart. */
export const isSameEmail = (one: Address, other: Address): boolean =>
  !!one && !!other && one.trim().toLowerCase() === other.trim().toLowerCase();

/** Could a mail be sent there? Told by its form alone. */
export const isEmail = (address: Address): address is string =>
  /^[^\s@]+@[^\s@]+$/.test(address?.trim() ?? "");

/** The digits of a phone number, however it is written; an international 00 is a +. */
const phoneDigits = (phone: Address): string => (phone ?? "").replace(/\D/g, "").replace(/^00/, "");

/** Are they one phone number? +1 (415) 555-0100 and 0014155550100 are, 4155550100 is not. */
export const isSamePhone = (one: Address, other: Address): boolean =>
  phoneDigits(one) !== "" && phoneDigits(one) === phoneDigits(other);

/** A phone number as machines write it: its digits, and the + if it has one. */
export const compactPhone = (phone: string): string =>
  phone.replace(/[^\d+]/g, "").replace(/^00/, "+");
