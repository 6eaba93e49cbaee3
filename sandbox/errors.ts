/** A refusal; thrown anywhere below the server, which answers it in Gorgias's error form. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly data?: Record<string, string[]>,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  get body(): object {
    return { error: { msg: this.message, ...(this.data && { data: this.data }) } };
  }
}

/** 400 that names one field, dotted as in `messages.0.sender`. */
export function invalid(field: string, reason: string): ApiError {
  return new ApiError(400, "Invalid request.", { [field]: [reason] });
}

/** 403 with the reason after Gorgias's own words, as recorded. */
export function forbidden(reason: string): ApiError {
  return new ApiError(403, `You do not have enough permissions to perform this action. ${reason}`);
}

/** 404 for an object that does not exist. */
export function notFound(what: string, id: number | string): ApiError {
  return new ApiError(404, `${what} ${id} not found.`);
}

/** 409 for an identifier that another object holds. */
export function taken(field: string): ApiError {
  return new ApiError(409, "Already in use.", { [field]: ["Already in use."] });
}
