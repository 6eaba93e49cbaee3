/** The look-up of operations by their route, against the list of operations in `spec/`. */
import { operations } from "../../spec/operations.json";
import { toRequest } from "../../src/contract/request";
import { effectOf, type Route, routeEntry, splitRoute } from "../../src/contract/routes";

const rows = operations.map(({ operation, method, path }) => ({
  operation,
  route: `${method} ${path.replace(/^\/api/, "")}` as Route,
  method,
}));

it.each(rows)("$route is $operation", ({ route, operation, method }) => {
  expect(routeEntry(route).operation).toBe(operation);
  expect(splitRoute(route)[0]).toBe(method);
});

const READS_BY_WRITING_METHOD = [
  "POST /reporting/stats",
  "POST /search",
  "PUT /views/{view_id}/items",
];
const ONCE_BY_PUT = [
  "PUT /customers/merge",
  "PUT /jobs/{id}",
  "PUT /tags/{destination_tag_id}/merge",
];

it("says of every route what repeating it would do", () => {
  const routesOf = (method: string, effect: string) =>
    rows
      .map(({ route }) => route)
      .filter((route) => route.startsWith(method) && effectOf(route) === effect)
      .sort();
  const count = (method: string) => rows.filter((row) => row.method === method).length;
  expect(routesOf("GET", "none")).toHaveLength(count("GET"));
  expect(routesOf("DELETE", "same")).toHaveLength(count("DELETE"));
  expect([...routesOf("POST", "none"), ...routesOf("PUT", "none")]).toEqual(
    READS_BY_WRITING_METHOD,
  );
  expect(routesOf("POST", "same")).toEqual([]);
  expect(routesOf("PUT", "once")).toEqual(ONCE_BY_PUT);
});

describe("an operation's inputs", () => {
  it("go into the path, escaped", () => {
    expect(toRequest("GET /metric-cards/{slug}", { slug: "a/b?c" })).toEqual({
      method: "GET",
      path: "/metric-cards/a%2Fb%3Fc",
      query: "",
    });
  });

  it("go into query and body; what is undefined is left out", () => {
    const inputs = { source_id: 1, target_id: 2, name: "John", email: undefined };
    expect(toRequest("PUT /customers/merge", inputs)).toEqual({
      method: "PUT",
      path: "/customers/merge",
      query: "source_id=1&target_id=2",
      body: '{"name":"John"}',
      contentType: "application/json",
    });
  });

  it.each([
    ["PUT /custom-fields", { body: [{ id: 1, label: "A" }] }, '[{"id":1,"label":"A"}]'],
    ["PUT /tickets/{ticket_id}/custom-fields/{id}", { ticket_id: 1, id: 2, body: false }, "false"],
  ] as const)("are the body of %s as they are", (route, inputs, body) => {
    expect(toRequest(route, inputs as never)).toMatchObject({ body });
  });

  it.each([undefined, "", ".", ".."])("must not walk up the tree: %j", (id) => {
    expect(() => toRequest("GET /tickets/{id}", { id } as never)).toThrow(/cannot be part/);
  });
});
