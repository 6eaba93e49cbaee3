/** Phone numbers: Gorgias keeps them as they are typed, so tasks write and compare one form. */
import { type Clean, text } from "../../../inputs/clean";
import { refuse } from "../../../inputs/refusal";

/** A phone number can stand in a channel of each of these types. */
export const PHONE_CHANNELS = ["phone", "sms", "whatsapp"];

/** What people put between digits: blanks, brackets, dots, slashes, dashes and invisible marks. */
const FILLING = /[\s\p{Cf}\p{Pd}().[\]/]/gu;

/**
 * A phone number as machines write it: its digits, and the + if it has one.
 *
 * "+49 (0)30 12-34" and "0049 30 1234" are "+49301234". What holds letters, such as an extension,
 * is no number to take apart: it stays as it is.
 */
export function compactPhone(phone: string): string {
  const typed = phone.normalize("NFKC").trim();
  const international = /^\s*(\+|00)/.test(typed) ? typed.replace(/\(\s*0\s*\)/g, "") : typed;
  const compact = international.replace(FILLING, "").replace(/^00/, "+");
  return /^\+?\d+$/.test(compact) ? compact : typed;
}

/** Are they one phone number? Both may lack the +, but not the code of the country. */
export function isSamePhone(one: string | null | undefined, other: string): boolean {
  return !!one && comparable(one) === comparable(other);
}

/** A phone number, in the form that is stored and looked up. */
export function phoneNumber(label: string): Clean<string> {
  return (value) => {
    const phone = compactPhone(text(label)(value));
    if (!/\d/.test(phone)) {
      throw refuse(label, "must be a phone number such as +14155550123", value);
    }
    return phone;
  };
}

function comparable(phone: string): string {
  return compactPhone(phone).replace(/^\+/, "").toLowerCase();
}
