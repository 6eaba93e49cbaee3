type Found = { name?: string | null; address?: string | null } | null;

/** An address that is there: mail can go to it. */
export interface FilledAddress {
  name?: string;
  address: string;
}

/** An address as Gorgias takes it: without the id that it is read with. A blank name is none. */
export function toAddress(found: Found | undefined): FilledAddress[] {
  const shown = found?.name?.trim();
  const address = found?.address?.trim();
  return address ? [{ ...(shown ? { name: shown } : {}), address }] : [];
}

/** Everybody to whom a message went. */
export function recipientsOf({
  source,
}: {
  source?: { to?: Found[] | null; cc?: Found[] | null } | null;
}) {
  return [...(source?.to ?? []), ...(source?.cc ?? [])].flatMap(toAddress);
}
