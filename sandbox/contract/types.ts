/**
 * The contract's types under short names. Everything the sandbox says or reads over HTTP is typed
 * from `contract/gorgias.d.ts`; nothing of the API is typed by hand.
 */
import type { components, operations } from "../../contract/generated/gorgias";

export type Schemas = components["schemas"];
export type OperationId = keyof operations;

type FormOf<Content> = Content extends {
  content: { "application/x-www-form-urlencoded": infer Body };
}
  ? Body
  : undefined;

type JsonOf<Content> = Content extends { content: { "application/json": infer Body } }
  ? Body
  : undefined;

/** Path parameters of an operation, after validation. */
export type PathOf<Id extends OperationId> = operations[Id]["parameters"] extends {
  path: infer Path;
}
  ? Path
  : Record<never, never>;

/** Query parameters of an operation, after validation. */
export type QueryOf<Id extends OperationId> = operations[Id]["parameters"] extends {
  query?: infer Query;
}
  ? NonNullable<Query>
  : Record<never, never>;

/** JSON (or form) body of an operation, after validation. */
export type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: infer Body }
  ? JsonOf<Body> extends undefined
    ? FormOf<Body>
    : JsonOf<Body>
  : undefined;

/** The success statuses that the contract gives an operation, each with the body it carries. */
export type ResponseOf<Id extends OperationId> = {
  [Status in keyof operations[Id]["responses"]]: Status extends 200 | 201 | 202 | 204 | 307
    ? {
        status: Status;
        headers?: Record<string, string>;
        body: JsonOf<operations[Id]["responses"][Status]>;
      }
    : never;
}[keyof operations[Id]["responses"]];
