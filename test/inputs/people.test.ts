import { fieldsOf } from "../../src/inputs/input";
import { people, person } from "../../src/inputs/people";
import { refusalOf, UNSET } from "../support/inputs";
import fc from "../support/properties";

const sender = fieldsOf("POST /tickets/{ticket_id}/messages")(
  "sender",
  { label: "Sender" },
  person,
).clean;
const receiver = fieldsOf("PUT /tickets/{ticket_id}/messages/{id}")(
  "receiver",
  { label: "Receiver" },
  person,
).clean;
const customer = fieldsOf("POST /tickets")("customer", { label: "Customer" }, person).clean;
const user = fieldsOf("PUT /tickets/{id}")(
  "assignee_user",
  { label: "Assignee User" },
  person,
).clean;
const team = fieldsOf("PUT /tickets/{id}")(
  "assignee_team",
  { label: "Assignee Team" },
  person,
).clean;

/** As Gorgias reads them (contract, `TicketCustomer`, `User`, `Team`, `Person`). */
const AS_READ = {
  customer: {
    id: 1001,
    email: "john@example.com",
    name: "John Smith",
    firstname: "John",
    lastname: "Smith",
    data: null,
    note: null,
    meta: {},
    channels: [{ id: 5, type: "email", address: "john@example.com", preferred: true }],
    integrations: {},
    created_datetime: new Date(0),
  },
  user: { id: 93, email: "jane@example.com", name: "Jane", bio: null, meta: { photo: "x" } },
  team: { id: 12, name: "Returns", decoration: { emoji: "x" }, members: [{ id: 93 }], uri: "/x/" },
};

describe("a person", () => {
  it.each<[given: unknown, expected: unknown]>([
    [7, { id: 7 }],
    ["7", { id: 7 }],
    [" 7 ", { id: 7 }],
    [0, { id: 0 }],
    [{ id: 7 }, { id: 7 }],
    [{ id: " 7 " }, { id: 7 }],
    [' {"id": "7"}', { id: 7 }],
    ["a@example.com", { email: "a@example.com" }],
    [" 7up@example.com\n", { email: "7up@example.com" }],
    [{ id: null, email: "a@example.com", name: "" }, { email: "a@example.com" }],
    ['{"email": "a@example.com", "name": "A"}', { email: "a@example.com", name: "A" }],
    [{ email: "a@example.com", uri: "/api/x" }, { email: "a@example.com" }],
  ])("%j means %j", (given, expected) => {
    expect(sender(given)).toEqual(expected);
  });

  it.each<[what: string, clean: (value: unknown) => unknown, given: object]>([
    ["a customer as Sender", sender, AS_READ.customer],
    ["a user as Sender", sender, AS_READ.user],
    ["a customer as Receiver of an update", receiver, AS_READ.customer],
    ["a customer as Customer", customer, AS_READ.customer],
    ["a user as Assignee User", user, AS_READ.user],
    ["a team as Assignee Team", team, AS_READ.team],
  ])("as another step gave it is sent by its id alone: %s", (_, clean, given) => {
    const { id } = given as { id: number };
    expect(clean(given)).toEqual({ id });
    expect(clean(JSON.stringify(given))).toEqual({ id });
  });

  it("of a ticket may be named by phone or by name", () => {
    expect(customer({ phone: "+15551234" })).toEqual({ phone: "+15551234" });
    expect(customer({ name: "John", email: null })).toEqual({ name: "John" });
  });

  it.each(UNSET)("that is %s is unset", (_, value) => {
    expect(sender(value)).toBeUndefined();
  });

  it.each<[given: unknown]>([
    [{}],
    ["{}"],
    [{ id: null }],
    ['{"id": null}'],
    [{ id: "" }],
    [{ email: "" }],
    [{ email: " ", id: null }],
    [{ name: "John" }],
    [{ Id: 7 }],
  ])("that names nobody (%j) is refused", (given) => {
    expect(refusalOf(sender, given)).toMatch(
      /^Sender must name somebody by an id or an email; given .*\. It takes, for example: \{"id"/,
    );
  });

  it.each<[clean: (value: unknown) => unknown, given: unknown, refusal: RegExp]>([
    [user, {}, /^Assignee User must name somebody by an id; given \{\}\./],
    [user, { id: null }, /^Assignee User must name somebody by an id; given \{"id":null\}\./],
    [user, "jane@example.com", /^Assignee User must name somebody by an id; given "jane@exa/],
    [team, { email: "a@example.com" }, /^Assignee Team must name somebody by an id; given /],
    [customer, { email: "" }, /^Customer must name somebody by an id or an email; given /],
    [customer, { id: 0 }, /^Customer is not accepted: id must be 1 or more; given \{"id":0\}\./],
    [sender, "7abc", /^Sender must be a whole number of 0 or more; given "7abc"\.$/],
    [sender, "1e3", /^Sender must be a whole number of 0 or more; given "1e3"\.$/],
    [sender, "9007199254740993", /^Sender must be a whole number of 0 or more; /],
    [sender, 1.5, /^Sender must be a whole number of 0 or more; given 1\.5\.$/],
    [sender, -7, /^Sender must be a whole number of 0 or more; given -7\.$/],
    [sender, "-7", /^Sender must be an object, or only an id or an email; given "-7"\./],
    [sender, "[7]", /^Sender must be an object, or only an id or an email; given "\[7\]"\./],
    [sender, true, /^Sender must be an object, or only an id or an email; given true\./],
    [sender, "John", /^Sender must be an object, or only an id or an email; given "John"\./],
    [sender, "٣", /^Sender must be an object, or only an id or an email; given "٣"\./],
    [sender, "null", /^Sender must be an object, or only an id or an email; given "null"\./],
    [sender, "{", /^Sender must be JSON; given "\{"\./],
    [sender, { id: "7a" }, /^Sender is not accepted: id must be a whole number, not text; /],
    [sender, { id: -1 }, /^Sender is not accepted: id must be 0 or more; /],
    [sender, { id: 2 ** 53 }, /^Sender holds a whole number too large to be exact/],
    [sender, { email: 5 }, /^Sender is not accepted: email must be text, not a number; /],
  ])("%# is refused in words (%j)", (clean, given, refusal) => {
    expect(refusalOf(clean, given)).toMatch(refusal);
  });

  it("is sent by its id alone, whatever else a read adds", () => {
    fc.assert(
      fc.property(fc.nat(), fc.dictionary(fc.string(), fc.jsonValue()), (id, more) => {
        expect(sender({ ...more, id })).toEqual({ id });
        expect(sender(JSON.stringify({ ...more, id }))).toEqual({ id });
      }),
    );
  });
});

describe("people", () => {
  const shared = fieldsOf("POST /views")("shared_with_users", { label: "Shared With" }, people);
  const members = fieldsOf("POST /teams")("members", { label: "Members" }, people);

  it("are a list of values", () => {
    expect(shared).toMatchObject({ type: "string", collection: "valuelist" });
  });

  it.each<[given: unknown, expected: number[]]>([
    [
      ["93", 94],
      [93, 94],
    ],
    ["[93, 94]", [93, 94]],
    [
      [[AS_READ.user], "94"],
      [93, 94],
    ],
    [AS_READ.user, [93]],
    [[JSON.stringify(AS_READ.user)], [93]],
    [JSON.stringify([AS_READ.user, { id: "94" }]), [93, 94]],
  ])("%j are sent by their ids", (given, ids) => {
    expect(shared.clean(given)).toEqual(ids);
    expect(members.clean(given)).toEqual(ids.map((id) => ({ id })));
  });

  it.each(["[]", [[]], [""], ["[]"]])("that are %j are unset", (given) => {
    expect([shared.clean(given), members.clean(given)]).toEqual([undefined, undefined]);
  });

  it.each<[given: unknown]>([[{}], [[{ id: null }]], ['[{"id": ""}]']])(
    "that name nobody (%j) are refused",
    (given) => {
      expect(refusalOf(shared.clean, given)).toMatch(/^Shared With must be a whole number of 1/);
      expect(refusalOf(members.clean, given)).toMatch(/^Members must name somebody by /);
    },
  );
});
