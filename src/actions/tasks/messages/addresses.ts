import type { SourceAddress } from "../types";

type Found = { name?: string | null; address?: string | null };

/** An address as Gorgias takes it: without the id that it is read with. A blank name is none. */
export function toAddress({ name, address }: Found): SourceAddress[] {
  const shown = name?.trim();
  return address?.trim() ? [{ ...(shown ? { name: shown } : {}), address: address.trim() }] : [];
}

/** Everybody to whom a message went. */
export function recipientsOf({
  source,
}: {
  source?: { to?: Found[] | null; cc?: Found[] | null } | null;
}) {
  return [...(source?.to ?? []), ...(source?.cc ?? [])].flatMap(toAddress);
}
