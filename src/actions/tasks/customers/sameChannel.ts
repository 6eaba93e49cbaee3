import { isSameEmail } from "./emails";
import { isSamePhone, PHONE_CHANNELS } from "./phones";

interface Channel {
  type: string;
  address?: string | null;
}

/** Are they one channel, however its email address or phone number is written? */
export function isSameChannel(one: Channel, other: Channel): boolean {
  const [address, otherAddress] = [one.address ?? "", other.address ?? ""];
  if (one.type !== other.type) {
    return false;
  }
  if (address === otherAddress) {
    return true;
  }
  if (one.type === "email") {
    return isSameEmail(address, otherAddress);
  }
  return PHONE_CHANNELS.includes(one.type) && isSamePhone(address, otherAddress);
}
