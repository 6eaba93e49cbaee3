import { ticketFields } from "../../src/actions/tickets/inputs";
import { json, keyValueObject, keyValues } from "../../src/inputs/clean";
import { fieldsOf } from "../../src/inputs/input";
import { channels, messages } from "../../src/inputs/messageParts";
import { people } from "../../src/inputs/people";
import { refusalOf } from "../support/inputs";

const customerField = fieldsOf("PUT /customers/{id}");
const ticketField = fieldsOf("POST /tickets");
const viewField = fieldsOf("POST /views");
const tags = ticketField("tags", ticketFields.tags, ticketFields.tags.as).clean;
const channelsInput = customerField("channels", { label: "Channels" }, channels).clean;
const messagesInput = ticketField("messages", { label: "Messages" }, messages).clean;
const users = viewField("shared_with_users", { label: "Users" }, people).clean;
const meta = keyValueObject("Meta");
const LONG = "x".repeat(200);

describe("a refusal of a part of what was given", () => {
  it.each<[what: string, refusal: string, shown: string]>([
    ["a row that is no pair", refusalOf(meta, [1]), "given [1], with 1 in row 1."],
    ["the same as text", refusalOf(meta, "[1]"), 'given "[1]", with 1 in row 1.'],
    [
      "a pair without a key",
      refusalOf(keyValues("Headers"), [{ key: "" }, { key: "a", value: "b" }, { value: "c" }]),
      '{"value":"c"}], with {"value":"c"} in row 3.',
    ],
    ["a key of an object", refusalOf(meta, { " ": 5 }), 'given {" ":5}.'],
    [
      "a value of an object",
      refusalOf(meta, { a: 1, b: 2 ** 60 }),
      'text; given {"a":1,"b":1152921504606847000}.',
    ],
    [
      "a tag",
      refusalOf(tags, ["vip", { id: 5 }]),
      'given ["vip",{"id":5}], with {"id":5} in row 2.',
    ],
    [
      "a tag after a blank row",
      refusalOf(tags, ["", "vip", 2 ** 60]),
      "with 1152921504606847000 in row 3.",
    ],
    ["a row of rows", refusalOf(tags, ["vip", '["a", {}]']), "with {} in row 2."],
    ["one value that is no list", refusalOf(tags, {}), "given {}."],
    ["a user", refusalOf(users, [93, "Jane"]), 'given [93,"Jane"], with "Jane" in row 2.'],
    ["a user as a record", refusalOf(users, [{ id: "x" }]), 'with {"id":"x"} in row 1.'],
    [
      "a channel",
      refusalOf(channelsInput, [{ type: LONG, address: "a" }, { type: "sms" }]),
      'Channels is not accepted: address of row 2 is missing; given [{"type":"xxx',
    ],
    [
      "what is behind the cut",
      refusalOf(channelsInput, [{ type: LONG, address: "a" }, { type: "sms" }]),
      ', with {"type":"sms"} in row 2.',
    ],
    [
      "one channel for a list",
      refusalOf(channelsInput, { type: "sms" }),
      'Channels is not accepted: address is missing; given {"type":"sms"}.',
    ],
    [
      "a row within a row",
      refusalOf(messagesInput, [{ channel: "email", source: { to: ["a@b.c", {}] } }]),
      "Messages is not accepted: row 2 of source.to of row 1 must have an address; given [{",
    ],
    [
      "a person within a row",
      refusalOf(messagesInput, [{ channel: "email", sender: "Jane" }]),
      'given [{"channel":"email","sender":"Jane"}], with {"channel":"email","sender":"Jane"} in row 1.',
    ],
    [
      "an id within a row",
      refusalOf(messagesInput, [{ channel: "email", sender: "12x" }]),
      "Messages is not accepted: sender of row 1 must be a whole number",
    ],
    [
      "a place in an object",
      refusalOf(json("Meta", { properties: { a: { type: "string" } } }), { a: 1 }),
      'Meta is not accepted: a must be text, not a number; given {"a":1}.',
    ],
  ])("shows all of it, and where the part stood: %s", (_, refusal, shown) => {
    expect(refusal).toContain(shown);
  });
});
