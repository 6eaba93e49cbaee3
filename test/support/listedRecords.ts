import type { Sandbox } from "gorgias-sandbox";

export type ListedKind = "customers" | "tickets" | "messages" | "events";
type Records = Map<number, { id: number; created_datetime: string }>;

/** The records of a kind in the sandbox's account. */
export function recordsOf(sandbox: Sandbox, kind: ListedKind): Records {
  return sandbox.state[kind] as unknown as Records;
}

/** Leaves only records that are copies of the first one, with changes of their own. */
export function leaveOnly(sandbox: Sandbox, kind: ListedKind, changes: Record<number, object>) {
  const records = recordsOf(sandbox, kind);
  const [first] = [...records.values()];
  records.clear();
  for (const [id, change] of Object.entries(changes)) {
    records.set(Number(id), { ...first, ...change, id: Number(id) } as never);
  }
}
