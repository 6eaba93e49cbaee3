import { apiKeyConnection, runToError, useSandbox } from "../support/integration";

const sandbox = useSandbox();

it.each([
  ["old_password", "Old Password"],
  ["new_password", "New Password"],
  ["password_confirmation", "Password Confirmation"],
  ["two_fa_code", "2FA Code"],
])("Update User shows nothing of a %s that it refuses", async (key, label) => {
  const connection = apiKeyConnection(sandbox().credentials);
  const error = await runToError("updateUser", { connection, id: "0", [key]: { v: "Hunter2" } });
  expect(error.message).toBe(`${label} must be text; what was given is not shown.`);
  expect(sandbox().requests).toEqual([]);
});
