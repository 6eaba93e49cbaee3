import { useSandbox } from "../support/sandboxClient";

const { call } = useSandbox();
function search(body: object) {
  return call("POST", "/api/search", body);
}

beforeEach(() =>
  call("POST", "/api/customers", {
    name: "Zed Zorn",
    channels: [
      { type: "email", address: "zed@zorn.example" },
      { type: "phone", address: "+4471234567" },
    ],
  }),
);

it.each([
  ["agent", "anna", [{ id: 2, name: "Anna Agent" }]],
  ["agent", "", [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }]],
  ["customer", "ZORN", [{ id: 1014, name: "Zed Zorn", email: "zed@zorn.example" }]],
  ["customer_profile", "zed@zorn", [{ id: 1014 }]],
  ["customer_channel", "zed@", [{ type: "email", customer: { id: 1014 } }]],
  ["customer_channel_email", "zorn.example", [{ address: "zed@zorn.example" }]],
  ["customer_channel_phone", "123", [{ address: "+4471234567" }]],
  ["customers_by_phone", "+447", [{ id: 1014 }]],
  ["integration", "supp", [{ id: 401, type: "email" }]],
  ["team", "escal", [{ id: 102 }]],
  ["tag", "nothing like it", []],
  ["tag", "v", [{ name: "vip" }]],
])("finds %s by %j", async (type, query, hits) => {
  const { status, body } = await search({ type, query });
  expect(status).toBe(201);
  expect(body).toMatchObject({ object: "list", uri: "", data: hits });
  expect(body.data).toHaveLength(hits.length);
});

it.each([
  [undefined, 10],
  [3, 3],
  [50, 14],
])("with size %s gives %s customers", async (size, length) => {
  expect((await search({ type: "customer", size })).body.data).toHaveLength(length);
});
