import { readCallLimit } from "../../src/http/callLimit";

it.each([
  ["10/40", { used: 10, capacity: 40 }],
  [" 0/80 ", { used: 0, capacity: 80 }],
  ["1/1", { used: 1, capacity: 1 }],
  ["999999/999999", { used: 999_999, capacity: 999_999 }],
])("%j is a call limit", (header, expected) => {
  expect(readCallLimit(header)).toEqual(expected);
});

it.each([
  undefined,
  "",
  "40",
  "1/0",
  "a/40",
  "1/b",
  "-1/40",
  "1/40, 2/40",
  "0 1/40",
  "1000000/40",
  "1/1000000",
])("%j is none", (header) => {
  expect(readCallLimit(header)).toBeUndefined();
});
