import { useActions } from "../../../support/actions";

const { act, fail, sandbox, sent } = useActions();

async function note(inputs: Record<string, unknown>) {
  const { data } = await act("addInternalNote", { ticket_id: "5", ...inputs });
  return data;
}

describe("an internal note", () => {
  it("is one POST of a message that nobody receives and no customer sees", async () => {
    const data = await note({ body_text: "Called the courier." });
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/api/tickets/5/messages",
        query: [],
        body: {
          body_text: "Called the courier.",
          body_html: "<div>Called the courier.</div>",
          channel: "internal-note",
          via: "api",
          from_agent: true,
          public: false,
          source: { type: "internal-note" },
        },
      },
    ]);
    expect(data).toMatchObject({ channel: "internal-note", public: false, receiver: null });
  });

  it("takes HTML, an author and users to mention", async () => {
    await note({ body_html: "<p>Look</p>", sender_id: "2", mention_ids: ["3", "4"] });
    expect(sent()[0]?.body).toEqual({
      body_html: "<p>Look</p>",
      body_text: "Look",
      mention_ids: [3, 4],
      sender: { id: 2 },
      channel: "internal-note",
      via: "api",
      from_agent: true,
      public: false,
      source: { type: "internal-note" },
    });
  });

  it("has no input for a receiver, and passes none on", async () => {
    await note({ body_text: "Hello", receiver: { id: 1001 }, channel: "email", public: "true" });
    expect(sent()[0]?.body).not.toHaveProperty("receiver");
    expect(sent()[0]?.body).toMatchObject({ channel: "internal-note", public: false });
  });

  it("needs a text, and without one nothing is sent", async () => {
    const { message } = await fail("addInternalNote", { ticket_id: "5", mention_ids: ["3"] });
    expect(message).toContain("At least one of these inputs is required: Body Text, Body HTML");
    expect(sent()).toEqual([]);
  });
});

describe("a note with an External ID", () => {
  const given = { ticket_id: "5", body_text: "Refunded.", external_id: "refund-7" };
  const posts = () => sent().filter(({ method }) => method === "POST");

  it("is written once, also after an answer that was lost", async () => {
    sandbox().faults.add({ method: "POST", path: /messages/, fault: { reset: "after" } });
    expect((await fail("addInternalNote", given)).message).toContain("run this again");
    expect((await act("addInternalNote", given)).data).toMatchObject({ external_id: "refund-7" });
    expect(posts()).toHaveLength(1);
  });

  it("that a message to the customer has is refused", async () => {
    sandbox().records.messages.add({ ticket_id: 5, external_id: "refund-7" });
    const { message } = await fail("addInternalNote", given);
    expect(message).toContain("External ID must be the note's own");
    expect(posts()).toEqual([]);
  });
});
