import { InputError } from "../../errors";
import { text } from "../../inputs/clean";

/** What changes the password of the connection's user. */
export const passwordFields = {
  old_password: {
    label: "Old Password",
    comments: "The user's present password, needed beside a new one.",
    example: "correct-horse-1",
    as: masked("Old Password"),
  },
  new_password: {
    label: "New Password",
    comments: "The password to change to. If left blank, the password stays.",
    example: "battery-staple-2",
    as: masked("New Password"),
  },
  password_confirmation: {
    label: "Password Confirmation",
    comments: "The new password once more.",
    example: "battery-staple-2",
    as: masked("Password Confirmation"),
  },
  two_fa_code: {
    label: "2FA Code",
    comments: "The present code of the user's second factor, if the user has one.",
    example: "123456",
    as: masked("2FA Code"),
  },
} as const;

/** The designer masks what is typed into an input of this type, and no error shows it. */
function masked(label: string) {
  return {
    type: "password" as const,
    clean: (value: unknown): string => {
      try {
        return text(label)(value);
      } catch {
        throw new InputError(`${label} must be text; what was given is not shown.`, {
          input: label,
        });
      }
    },
  };
}
