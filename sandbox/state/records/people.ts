/** The sender or receiver of a message. */
export interface PersonRef {
  readonly kind: "user" | "customer";
  readonly id: number;
}
