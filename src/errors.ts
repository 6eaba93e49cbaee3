import { SpectralError } from "@prismatic-io/spectral";

/** An input that was refused before anything was sent. The message names it and what was given. */
export class InputError extends SpectralError {
  constructor(message: string) {
    super(message);
    // The bundle's minimiser renames classes, so every error class says its own name.
    this.name = "InputError";
  }
}
