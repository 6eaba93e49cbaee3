import fc from "./properties";

/** What texts of builders are made of, and what breaks those who take them for something else. */
export const hostileText = fc
  .oneof(
    fc.array(
      fc.constantFrom(
        ...[
          '"',
          "'",
          "`",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "/",
          "..",
          "?",
          "#",
          "&a=b",
          "%2e",
          "%",
        ],
        ...[
          "\r\n",
          "\n",
          "\t",
          "\0",
          "\u2028",
          "\u202e",
          "\ud800",
          "é",
          "e\u0301",
          "😀",
          " ",
          "<b>",
        ],
        ...["__proto__", "constructor", "null", "true", "007", "1e3", "-0", "9007199254740993"],
        ...['{"a": 1}', '["b"]', "{{x}}", "$" + "{x}", "key: value", "a@example.com", "2020-01-27"],
      ),
      { minLength: 1, maxLength: 5 },
    ),
    fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 2 }),
    fc.constant(Array<string>(1_000).fill("long")),
  )
  .map((parts) => parts.join(parts.length > 5 ? " " : ""))
  .filter((text) => text.trim() !== "");
