/** Comes with form-data; it has no types of its own. */
declare module "mime-types" {
  /** The usual ending of a content type, without a dot; false for an unknown one. */
  export function extension(contentType: string): string | false;
}
