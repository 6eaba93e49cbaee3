import { GorgiasError } from "../../http/errors";

/** @returns undefined when Gorgias has no such record (404). @throws any other failure */
export async function readIfThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GorgiasError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
