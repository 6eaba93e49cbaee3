import { findOperation, helpOf, listing } from "../../scripts/invoke/catalog";
import { readCommand } from "../../scripts/invoke/command";
import { readInputs } from "../../scripts/invoke/inputValues";
import component from "../../src";

describe("the command line of invoke", () => {
  it("takes a key, inputs and files", () => {
    expect(readCommand(["listTickets", "limit=5", "search=a=b", "--out", "x.json"])).toEqual({
      key: "listTickets",
      pairs: [
        ["limit", "5"],
        ["search", "a=b"],
      ],
      help: false,
      out: "x.json",
    });
  });

  it("asks for the list without a key, and for the inputs of one with --help", () => {
    expect(readCommand([])).toMatchObject({ key: undefined, help: false });
    expect(readCommand(["listTickets", "--help"])).toMatchObject({
      key: "listTickets",
      help: true,
    });
  });

  it.each([[["a", "--out"]], [["a", "b"]], [["a", "=b"]]])("refuses %j", (args) => {
    expect(() => readCommand(args)).toThrow("Usage: npm run invoke");
  });
});

describe("what can be invoked", () => {
  it("lists every action, trigger and picker", () => {
    const text = listing(component);
    const { actions, triggers, dataSources } = component;
    for (const { key } of [actions, triggers, dataSources].flatMap((parts) =>
      Object.values(parts as Record<string, { key: string }>),
    )) {
      expect(text).toMatch(new RegExp(`^  ${key} `, "m"));
    }
  });

  it("finds by key, and names what there is otherwise", () => {
    expect(findOperation(component, "selectTag").kind).toBe("picker");
    expect(findOperation(component, "syncRecords").kind).toBe("trigger");
    expect(() => findOperation(component, "constructor")).toThrow(
      /nothing called "constructor"[\s\S]*listTickets/,
    );
  });

  it("shows the inputs of one", () => {
    const help = helpOf(findOperation(component, "updateTicket"));
    expect(help).toMatch(/^Update Ticket \(action updateTicket\)\n/);
    expect(help).toMatch(/\n {2}id {2}Ticket ID \(required\)\n/);
    expect(help).toContain("Choices: open, closed");
    expect(help).not.toContain("connection");
  });
});

describe("inputs of the command line", () => {
  const updateTicket = () => findOperation(component, "updateTicket");

  it("makes a list of what is given twice or as JSON, and leaves all else as text", () => {
    expect(
      readInputs(updateTicket(), [
        ["id", "7"],
        ["tags", "a"],
        ["tags", "b"],
      ]),
    ).toEqual({ id: "7", tags: ["a", "b"] });
    expect(readInputs(updateTicket(), [["tags", '["a"]']])).toEqual({ tags: ["a"] });
  });

  it("refuses what the operation does not have", () => {
    expect(() => readInputs(updateTicket(), [["ids", "7"]])).toThrow(
      /updateTicket has no input "ids"\. It has:[\s\S]*id +Ticket ID \(required\)/,
    );
    expect(() =>
      readInputs(updateTicket(), [
        ["id", "7"],
        ["id", "8"],
      ]),
    ).toThrow("id is given 2 times");
  });
});
