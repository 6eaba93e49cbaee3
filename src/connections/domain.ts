/** The account that a connection reaches. */
export const domain = {
  label: "Domain",
  comments: "The domain of the Gorgias API, this is provided by the service provider.",
  example: "green-garden",
  type: "string",
  required: true,
} as const;
