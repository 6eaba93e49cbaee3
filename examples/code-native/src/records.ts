/**
 * What the flows read of Gorgias's records. `contract/generated/gorgias.d.ts` of the component holds
 * them whole: copy it beside this file, and write `components["schemas"]["Ticket"]`.
 */
export interface Ticket {
  id: number;
  subject: string | null;
  status: "open" | "closed";
  priority: "critical" | "high" | "normal" | "low";
  updated_datetime: string;
}

export interface Customer {
  id: number;
  name: string | null;
  email: string | null;
}

export interface Message {
  id: number;
  ticket_id: number;
  from_agent: boolean;
  body_text: string | null;
}

/** What New and Updated Records gives. */
export interface Changes<T> {
  created: T[];
  updated: T[];
}

/** What an action gives. */
export interface Result<T> {
  data: T;
}

/** A page of a list. */
export type Page<T> = Result<{ data: T[] }>;
