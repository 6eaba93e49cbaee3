/**
 * What sending a request again would do: nothing at all (`none`: it reads), the same once more
 * (`same`), or its work a second time (`once`), so that it is never repeated once it may have arrived.
 */
export type Effect = "none" | "same" | "once";
