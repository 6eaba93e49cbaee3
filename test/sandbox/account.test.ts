import { useSandbox } from "../support/sandboxClient";

const { call } = useSandbox();
const PATH = "/api/account/settings";
async function ids(path: string) {
  return (await call("GET", path)).body.data.map(({ id }: { id: number }) => id);
}

it("lists settings, of one type if that is asked for", async () => {
  expect(await ids(PATH)).toEqual([731, 732, 733]);
  expect(await ids(`${PATH}?type=business-hours`)).toEqual([732]);
  expect(await ids(`${PATH}?type=nothing`)).toEqual([]);
});

it("creates a setting, once a type", async () => {
  const { status, body } = await call("POST", PATH, { type: "auto-merge", data: { on: true } });
  expect([status, body]).toEqual([201, { id: 734, type: "auto-merge", data: { on: true } }]);
  const again = await call("POST", PATH, { type: "auto-merge" });
  expect([again.status, again.body.error.data]).toEqual([
    400,
    { type: ["Setting 734 has this type."] },
  ]);
});

it("updates a setting", async () => {
  const put = (body: object) => call("PUT", `${PATH}/731`, body);
  const { status, body } = await put({ type: "satisfaction-surveys", data: [1] });
  expect([status, body]).toEqual([200, { id: 731, type: "satisfaction-surveys", data: [1] }]);
  expect((await put({ type: "business-hours" })).status).toBe(400);
  expect((await put({ data: {} })).status).toBe(400);
  expect((await call("GET", "/api/account")).body.settings[0]).toEqual(body);
  const { body: events } = await call("GET", "/api/events?types=account-setting-updated");
  expect(events.data).toMatchObject([{ object_type: "AccountSetting", object_id: 731 }]);
});
