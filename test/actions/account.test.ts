import { useActions } from "../support/actions";

const { act, ask, sent } = useActions();

describe("Get Account", () => {
  it("reads the account", async () => {
    const result = await act("getAccount");
    expect(sent()).toEqual([{ method: "GET", path: "/api/account", query: [] }]);
    expect(result).toEqual({ data: await ask("/api/account") });
  });
});
