import { SpectralError } from "@prismatic-io/spectral";

/** Where the fault of an `InputError` lies, for code that handles it. */
interface InputFault {
  /** The label of the input, as the designer shows it; undefined where no input alone is at fault. */
  input?: string;
  /** What was given, as the message shows it: short, on one line, without named secrets. */
  given?: string;
}

/** An input that was refused before anything was sent. The message names it and what was given. */
export class InputError extends SpectralError {
  readonly input?: string;
  readonly given?: string;

  constructor(message: string, { input, given }: InputFault) {
    super(message);
    // The bundle's minimiser renames classes, so every error class says its own name.
    this.name = "InputError";
    this.input = input;
    this.given = given;
  }
}
