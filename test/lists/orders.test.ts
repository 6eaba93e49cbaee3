import type { ApiPath } from "../../src/http/path";
import type { QueryParams } from "../../src/http/query";
import { DEFAULT_ORDERS, type Order, opposite, orderOf } from "../../src/lists/orders";
import { document } from "../support/contract";

const CREATION_DESC: Order = { kind: "creation", direction: "desc" };
const CREATION_ASC: Order = { kind: "creation", direction: "asc" };
const MOVING: Order = { kind: "moving" };
const STEADY: Order = { kind: "steady" };

it.each<[string, QueryParams, Order]>([
  ["/tickets", {}, CREATION_DESC],
  ["/tickets", { order_by: "created_datetime:asc" }, CREATION_ASC],
  ["/tickets", { order_by: "created_datetime:desc", view_id: 21 }, CREATION_DESC],
  ["/tickets", { order_by: "updated_datetime:desc" }, MOVING],
  ["/tickets", { order_by: "updated_datetime:asc" }, STEADY],
  ["/tickets", { view_id: 21 }, MOVING],
  ["/tickets", { view_id: undefined }, CREATION_DESC],
  ["/customers", { view_id: 21 }, MOVING],
  ["/events", { order_by: "created_datetime" }, STEADY],
  ["/macros", {}, MOVING],
  ["/macros", { order_by: "relevance:desc" }, MOVING],
  ["/tags", {}, CREATION_DESC],
  ["/tags", { order_by: "usage:desc,name:desc" }, MOVING],
  ["/tags", { order_by: "name:asc" }, MOVING],
  ["/users", {}, MOVING],
  ["/users", { order_by: "role.name:asc" }, MOVING],
  ["/custom-fields", {}, MOVING],
  ["/views/21/items", {}, MOVING],
  ["/views/21/items", { order_by: "created_datetime:asc" }, CREATION_ASC],
  ["/views/21/items", { order_by: "last_message_datetime:desc" }, MOVING],
  ["/views/21/items", { order_by: "last_message_datetime:asc" }, STEADY],
  ["/views/21/items", { order_by: "snooze_datetime:asc" }, MOVING],
  ["/phone/voice-calls", {}, STEADY],
  ["/tickets/5/tags", {}, STEADY],
  ["/views/21", {}, STEADY],
  ["/views/21/items/5", {}, STEADY],
  ["/reports/views/21/items", {}, STEADY],
  ["/tickets", { order_by: "updated_datetime:ascending" }, MOVING],
  ["/tickets", { order_by: "created_datetime:sideways" }, STEADY],
])("GET %s with %j", (path, filters, expected) => {
  expect(orderOf(path as ApiPath, filters)).toEqual(expected);
});

it("each direction has its opposite", () => {
  expect([opposite("asc"), opposite("desc")]).toEqual(["desc", "asc"]);
});

it("a search is ordered like a list", () => {
  const search = { path: "/views/0/items" as ApiPath, method: "PUT", body: {} } as const;
  expect(orderOf(search, {})).toEqual(MOVING);
  expect(orderOf(search, { order_by: "created_datetime:desc" })).toEqual(CREATION_DESC);
});

interface Parameter {
  $ref?: string;
  name: string;
  schema: { default?: string };
}

interface Contract {
  paths: Record<string, { get?: { parameters?: Parameter[] } }>;
  components: { parameters: Record<string, Parameter> };
}

it("the orders of lists that are asked for none are those of the contract", () => {
  const { paths, components } = document as unknown as Contract;
  const orders = Object.entries(paths).flatMap(
    ([path, { get }]): [string, string | undefined][] => {
      const parameters = (get?.parameters ?? []).map((parameter) =>
        parameter.$ref
          ? (components.parameters[parameter.$ref.split("/").at(-1) ?? ""] as Parameter)
          : parameter,
      );
      const order = parameters.find(({ name }) => name === "order_by");
      return order && !path.includes("{")
        ? [[path.slice("/api".length), order.schema.default]]
        : [];
    },
  );
  const undocumented: Record<string, string> = { "/macros": "usage", "/users": "name" };
  expect(Object.keys(DEFAULT_ORDERS).length).toBeGreaterThan(10);
  expect(DEFAULT_ORDERS).toEqual(
    Object.fromEntries(orders.map(([path, order]) => [path, order ?? undocumented[path]])),
  );
});
