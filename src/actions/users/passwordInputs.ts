import { InputError } from "../../errors";
import { text } from "../../inputs/clean";
import { fieldsOf } from "../../inputs/field";

const field = fieldsOf("update-user");

/** What changes the password of the connection's user. */
export const passwordFields = {
  old_password: field(
    "old_password",
    {
      label: "Old Password",
      comments: "The user's present password, needed beside a new one.",
      example: "correct-horse-1",
    },
    masked("Old Password"),
  ),
  new_password: field(
    "new_password",
    {
      label: "New Password",
      comments: "The password to change to. If left blank, the password stays.",
      example: "battery-staple-2",
    },
    masked("New Password"),
  ),
  password_confirmation: field(
    "password_confirmation",
    {
      label: "Password Confirmation",
      comments: "The new password once more.",
      example: "battery-staple-2",
    },
    masked("Password Confirmation"),
  ),
  two_fa_code: field(
    "two_fa_code",
    {
      label: "2FA Code",
      comments: "The present code of the user's second factor, if the user has one.",
      example: "123456",
    },
    masked("2FA Code"),
  ),
};

/** The designer masks what is typed into an input of this type, and no error shows it. */
function masked(label: string) {
  return {
    type: "password" as const,
    clean: (value: unknown): string => {
      try {
        return text(label)(value);
      } catch {
        throw new InputError(`${label} must be text; what was given is not shown.`);
      }
    },
  };
}
