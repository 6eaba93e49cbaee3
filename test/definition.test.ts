/** The compiled definition against the documentation page (`spec/component-spec.json`), row by row. */
import pageJson from "../spec/component-spec.json";
import component from "../src";
import { rareMessageFields } from "../src/actions/messages/rareMessageFields";
import {
  actions,
  type Compiled,
  type CompiledInput,
  dataSources,
  REQUIRED,
} from "./support/actions";
import { document } from "./support/contract";

interface PageInput {
  key: string;
  label: string;
  notes: string | null;
  example: string | null;
  type: string;
  collection?: string;
  language?: string;
  required?: boolean;
  default?: string;
  /** The choices, or in words how many the contract's enumeration has. */
  model?: string[] | string;
}

interface PageEntry {
  key: string;
  label: string;
  description: string;
  type?: string;
  inputs: PageInput[];
  examplePayload?: unknown;
}

interface Page {
  component: { key: string; label: string; description: string };
  amendments: { on: string[]; input: string; fields?: string[]; why: string }[];
  connections: { key: string; label: string; oauth2Type?: string; inputs: PageInput[] }[];
  dataSources: PageEntry[];
  actions: PageEntry[];
}

const page = pageJson as unknown as Page;

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
const contract: any = document;
const { schemas, parameters } = contract.components;

/** The types of events that the designer offers. */
const EVENT_TYPES: string[] = parameters.EvTypes.schema.items["x-known-values"];

/** The enumerations that the page gives as a number of values. */
const ENUMERATIONS: Record<string, string[]> = {
  "185 values": schemas.LanguageCode.enum,
  "595 values": schemas.Timezone.enum,
  "62 values": EVENT_TYPES,
};

/** Each amendment of the page: what the page has, and what holds instead. */
const AMENDED: {
  on: string;
  input: string;
  page: Partial<PageInput>;
  here: Partial<PageInput>;
}[] = [
  ...["createTicket", "updateTicket"].map((on) => ({
    on,
    input: "Assignee User ID",
    page: { notes: "The team assigned to the ticket.", example: "email" },
    here: { notes: "The ID of the user assigned to the ticket.", example: "567" },
  })),
  {
    on: "listEvents",
    input: "Limit",
    page: { notes: "Maximum number of customers to return. The max number allowed is 100." },
    here: { notes: "Maximum number of events to return. The max number allowed is 100." },
  },
];

function amended(on: string, input: PageInput): PageInput {
  return {
    ...input,
    ...AMENDED.find((amendment) => amendment.on === on && amendment.input === input.label)?.here,
  };
}

/** What the platform is told when the page gives no default (Spectral, `InputFieldDefaultMap`). */
const UNSTATED_DEFAULTS: Record<string, string | undefined> = { connection: undefined };

function toModel(model: PageInput["model"]) {
  const values = typeof model === "string" ? ENUMERATIONS[model] : model;
  if (typeof model === "string" && !values) {
    throw new Error(`Which enumeration has ${model}?`);
  }
  return values && [...values];
}

/** A row of the page as the platform is told of it. */
function toCompiled(input: PageInput) {
  return {
    key: input.key,
    label: input.label,
    comments: input.notes ?? undefined,
    example: input.example ?? undefined,
    type: input.type,
    collection: input.collection,
    language: input.language,
    required: input.required === true,
    default: input.default ?? (input.type in UNSTATED_DEFAULTS ? undefined : ""),
    model: toModel(input.model),
  };
}

function shown({ key, label, comments, example, type, collection, ...rest }: CompiledInput) {
  return {
    key,
    label,
    comments,
    example,
    type,
    collection,
    language: rest.language,
    required: rest.required === true,
    default: rest.default,
    // The page binds the values of choices; their labels are words of our own.
    model: rest.model?.map(({ value }) => value),
  };
}

function inputOf(entry: Compiled | undefined, key: string) {
  return entry?.inputs.find((input) => input.key === key);
}

/** Inputs beyond the page. */
const ADDED: Record<string, string[]> = {
  createTicket: ["priority", "custom_fields", "split_from", "imported"],
  createTicketMessage: Object.keys(rareMessageFields),
  getCustomer: ["relationships"],
  updateTicketCustomFields: ["replace_all"],
  updateTicket: ["subject", "priority", "custom_fields", "clear_fields"],
  updateCustomer: ["clear_fields"],
  listTickets: ["trashed"],
  listCustomers: ["name", "channel_type", "channel_address"],
  uploadFiles: ["file_name", "files"],
};

const READS = new Set([
  "downloadFile",
  "getAccount",
  "getCustomer",
  "getEvent",
  "getTicket",
  "getTicketMessage",
  "listCustomers",
  "listEvents",
  "listMessages",
  "listTicketCustomFields",
  "listTickets",
  "search",
]);

const allInputs = [...Object.values(actions), ...Object.values(dataSources)].flatMap((entry) =>
  entry.inputs.map((input) => ({ ...input, at: `${entry.key}.${input.key}`, entry })),
);

it("every input but the connection has an example", () => {
  const without = [
    ...Object.values(component.actions ?? {}),
    ...Object.values(component.dataSources ?? {}),
    ...Object.values(component.triggers ?? {}),
  ].flatMap(({ key, inputs }) =>
    (inputs as unknown as CompiledInput[])
      .filter(({ type, example }) => type !== "connection" && !example)
      .map((input) => `${key}.${input.key}`),
  );
  expect(without).toEqual([]);
});

describe("the component", () => {
  it("has the page's key, label and description, and is not public", () => {
    const { key, label, description } = page.component;
    expect(component).toMatchObject({ key, public: false, display: { label, description } });
    expect(key).toBe("gorgias");
  });

  it("has the page's two connections and the one by domain, and exactly its four data sources and 24 actions", () => {
    expect(component.connections.map(({ key }) => key)).toEqual([
      "gorgias-api-key",
      "gorgias-oauth2",
      "gorgias-oauth2-domain",
    ]);
    expect(Object.keys(dataSources).sort()).toEqual(page.dataSources.map(({ key }) => key).sort());
    expect(Object.keys(actions).sort()).toEqual(page.actions.map(({ key }) => key).sort());
    expect([Object.keys(dataSources).length, Object.keys(actions).length]).toEqual([4, 24]);
  });
});

describe.each(page.connections)("connection $label", ({ key, label, oauth2Type, inputs }) => {
  const connection = component.connections.find((entry) => entry.key === key) as unknown as {
    label: string;
    oauth2Type?: string;
    inputs: CompiledInput[];
  };

  it("has the page's label and OAuth 2.0 type", () => {
    expect([connection.label, connection.oauth2Type]).toEqual([label, oauth2Type]);
  });

  it("has the page's inputs, in its order", () => {
    expect(connection.inputs.map(shown)).toEqual(inputs.map(toCompiled));
  });
});

describe("connection Gorgias OAuth 2.0 by Domain", () => {
  const { inputs, ...connection } = component.connections.find(
    ({ key }) => key === "gorgias-oauth2-domain",
  ) as unknown as { label: string; oauth2Type?: string; inputs: CompiledInput[] };
  const inputOfKey = (key: string) => inputs.find((input) => input.key === key);

  it("is an authorization code connection with its own label", () => {
    expect([connection.label, connection.oauth2Type]).toEqual([
      "Gorgias OAuth 2.0 by Domain",
      "authorization_code",
    ]);
  });

  it("asks for the domain, the client and the scopes, and makes both URLs of the domain", () => {
    expect(inputs.map(({ key, label, type }) => [key, label, type])).toEqual([
      ["domain", "Domain", "string"],
      ["clientId", "Client ID", "string"],
      ["clientSecret", "Client Secret", "password"],
      ["scopes", "Scopes", "string"],
      ["authorizeUrl", "Authorize URL", "template"],
      ["tokenUrl", "Token URL", "template"],
    ]);
    expect(inputs.map((input) => [input.key, input.required === true, input.shown])).toEqual([
      ["domain", true, undefined],
      ["clientId", true, undefined],
      ["clientSecret", true, undefined],
      ["scopes", false, undefined],
      ["authorizeUrl", false, false],
      ["tokenUrl", false, false],
    ]);
    const urls = ["authorizeUrl", "tokenUrl"].map((key) =>
      inputOfKey(key)?.default?.replace("{{#domain}}", "green-garden"),
    );
    expect(urls).toEqual([
      "https://green-garden.gorgias.com/oauth/authorize",
      "https://green-garden.gorgias.com/oauth/token",
    ]);
  });

  it("says that the name only is wanted, and which actions need which scope", () => {
    expect(inputOfKey("domain")?.comments).toMatch(/name of your Gorgias account only/);
    expect(inputOfKey("scopes")?.comments).toMatch(
      /Archive Macros and Unarchive Macros need write:all/,
    );
    expect(inputOfKey("scopes")?.default).toMatch(/\bwrite:all offline$/);
  });
});

describe.each(page.dataSources)("data source $key", ({ key, label, description, ...entry }) => {
  it("has the page's label, description and type", () => {
    expect(dataSources[key]).toMatchObject({
      key,
      display: { label, description },
      dataSourceType: entry.type,
    });
  });

  it.each(entry.inputs)("input $label is the page's", (row) => {
    const input = inputOf(dataSources[key], row.key) as CompiledInput;
    const wanted = toCompiled(row);
    expect(shown(input)).toEqual({ ...wanted, example: wanted.example ?? input.example });
  });

  it("has no other inputs, and the page's order", () => {
    expect(dataSources[key]?.inputs.map((input) => input.key)).toEqual(
      entry.inputs.map((input) => input.key),
    );
  });

  it("shows the page's example payload, word for word", () => {
    const { examplePayload } = dataSources[key] as Compiled;
    expect(JSON.stringify(examplePayload)).toBe(JSON.stringify(entry.examplePayload));
  });
});

describe.each(page.actions)("action $key", ({ key, label, description, inputs, ...entry }) => {
  it("has the page's label and description", () => {
    expect(actions[key]).toMatchObject({ key, display: { label, description } });
  });

  it.each(inputs)("input $label is the page's", (row) => {
    const input = inputOf(actions[key], row.key) as CompiledInput;
    const wanted = toCompiled(amended(key, row));
    // Where the page shows no example there is one of ours.
    expect(shown(input)).toEqual({ ...wanted, example: wanted.example ?? input.example });
  });

  it("has the page's inputs and those beyond it, and no others", () => {
    const all = [...inputs.map((input) => input.key), ...(ADDED[key] ?? [])];
    expect(actions[key]?.inputs.map((input) => input.key).sort()).toEqual(all.sort());
  });

  if (key === "downloadFile") {
    it("shows binary data with its content type instead of the page's address", () => {
      expect(entry.examplePayload).toEqual({ data: expect.any(String) });
      const { data, contentType } = (actions[key] as Compiled).examplePayload as {
        data: Buffer;
        contentType: string;
      };
      expect(Buffer.isBuffer(data) && data.length > 0).toBe(true);
      expect(contentType).toMatch(/^[a-z]+\/[a-z.+-]+$/);
    });
  } else {
    it("shows the page's example payload, word for word", () => {
      // As text, so that the order of the keys counts too. Raw Request has none (null).
      const { examplePayload } = actions[key] as Compiled;
      expect(JSON.stringify(examplePayload ?? null)).toBe(JSON.stringify(entry.examplePayload));
    });
  }
});

describe("the amendments of the page", () => {
  const rowOf = (on: string, label: string) =>
    page.actions
      .find(({ key }) => key === on)
      ?.inputs.find((input) => input.label === label) as PageInput;
  const why = (input: string) => page.amendments.find((entry) => entry.input === input)?.why;

  it("are those that this test knows", () => {
    expect(page.amendments.map(({ on, input }) => `${on.join("+")} ${input}`)).toEqual([
      "createTicket+updateTicket Assignee User ID",
      "updateTicket Status",
      "listEvents Limit",
      "downloadFile examplePayload",
      "updateCustomerData Data",
    ]);
  });

  it.each(AMENDED)("$on, $input: the page says otherwise", ({ on, input, page: was, here }) => {
    expect(rowOf(on, input)).toMatchObject(was);
    for (const field of Object.keys(here) as (keyof PageInput)[]) {
      expect(here[field]).not.toEqual(was[field]);
    }
    const { fields } = page.amendments.find(
      (entry) => entry.input === input && entry.on.includes(on),
    ) as { fields: string[] };
    expect(fields).toEqual(expect.arrayContaining(Object.keys(here)));
  });

  it.each(["createTicket", "updateTicket"])(
    "%s: Assignee User ID is free text for an id, Channel has the channels",
    (key) => {
      expect(why("Assignee User ID")).toContain("key assignee_user_id");
      const assignee = inputOf(actions[key], "assignee_user_id");
      expect(assignee).toMatchObject({ label: "Assignee User ID", type: "string" });
      expect(assignee?.model).toBeUndefined();
      expect(inputOf(actions[key], "channel")).toMatchObject({
        label: "Channel",
        example: "email",
        model: schemas.Channel["x-known-values"].map((value: string) =>
          expect.objectContaining({ value }),
        ),
      });
    },
  );

  it("Status has the default open on createTicket and none on updateTicket", () => {
    expect(why("Status")).toContain("no default");
    expect(inputOf(actions.createTicket, "status")?.default).toBe("open");
    expect(inputOf(actions.updateTicket, "status")?.default).toBe("");
  });

  it("Data of updateCustomerData is JSON code", () => {
    expect(why("Data")).toContain("code (json)");
    expect(inputOf(actions.updateCustomerData, "data")).toMatchObject({
      type: "code",
      language: "json",
    });
  });
});

describe("every input", () => {
  it.each(allInputs)("$at has a label and nothing that makes a publish fail", (input) => {
    expect(input.label.trim()).not.toBe("");
    expect(input).not.toHaveProperty("shown");
    for (const { label, value } of input.model ?? []) {
      expect(value).not.toBe("");
      expect(label.trim()).not.toBe("");
    }
  });

  it("of text shows what it takes while it is empty", () => {
    // Raw Request's are Spectral's own.
    const own = allInputs.filter(({ at }) => !at.startsWith("rawRequest."));
    const texts = own.filter(({ type }) => ["string", "code", "data", "password"].includes(type));
    const empty = texts.filter((input) => !(input as { placeholder?: string }).placeholder?.trim());
    expect(empty.map(({ at }) => at)).toEqual([]);
    expect(texts.length).toBeGreaterThan(100);
  });

  it.each(Object.entries(ADDED).flatMap(([key, names]) => names.map((name) => [key, name])))(
    "%s.%s, which is beyond the page, has notes and an example",
    (key, name) => {
      const input = inputOf(actions[key], name) as CompiledInput;
      expect(input.comments?.trim()).toBeTruthy();
      expect(input.example?.trim()).toBeTruthy();
      expect(input.required).not.toBe(true);
    },
  );

  it.each(["updateTicket", "updateCustomer", "updateCustomerData"])(
    "%s has no default but that of Debug Request",
    (key) => {
      const withDefault = actions[key]?.inputs.filter((input) => (input.default ?? "") !== "");
      expect(withDefault?.map((input) => input.key)).toEqual(["debugRequest"]);
    },
  );

  it.each(Object.keys(actions))("%s: the tests' least inputs are the required ones", (key) => {
    const required = actions[key]?.inputs.filter((input) => input.required === true);
    expect(Object.keys(REQUIRED[key] ?? {}).sort()).toEqual(
      required
        ?.map((input) => input.key)
        .filter((name) => name !== "connection")
        .sort(),
    );
  });
});

const PAGE_INPUTS = ["fetchAll", "limit", "cursor", "ignored_item", "direction"];

/** Connection, required, optional, the page of a list, Clear Fields, Debug Request. */
function groupOf({ key, required }: { key: string; required?: boolean }): number {
  const last = ["clear_fields", "debugRequest"].indexOf(key);
  if (last >= 0) {
    return 20 + last;
  }
  if (PAGE_INPUTS.includes(key)) {
    return 10 + PAGE_INPUTS.indexOf(key);
  }
  return key === "connection" ? 0 : required ? 1 : 2;
}

describe("the order of inputs", () => {
  it.each(Object.entries(component.actions ?? {}))("of %s is that of all actions", (_, action) => {
    const groups = action.inputs.map((input) => groupOf(input as CompiledInput));
    expect(groups).toEqual([...groups].sort((one, other) => one - other));
  });
});

describe("pickers", () => {
  it("exist for every input that names one", () => {
    const everyInput = Object.values(component.actions ?? {}).flatMap(({ inputs }) => inputs);
    const named = everyInput.flatMap(({ dataSource }) => dataSource ?? []);
    expect([...new Set(named)].filter((key) => !(key in (component.dataSources ?? {})))).toEqual(
      [],
    );
  });

  it("are offered by every documented action's input that takes an id of something listed", () => {
    const offered = allInputs.filter(({ dataSource }) => dataSource !== undefined);
    expect(offered.map(({ at, dataSource }) => `${at} ${dataSource}`).sort()).toEqual([
      "createTicket.assignee_user_id selectUser",
      "createTicket.split_from selectTicket",
      "createTicket.tags selectTagName",
      "createTicketMessage.integration_id selectIntegration",
      "createTicketMessage.ticket_id selectTicket",
      "deleteCustomer.id selectCustomer",
      "deleteTicket.id selectTicket",
      "deleteTicketCustomField.id selectTicketField",
      "deleteTicketCustomField.ticket_id selectTicket",
      "getCustomer.id selectCustomer",
      "getEvent.id selectEvent",
      "getTicket.id selectTicket",
      "getTicketMessage.id selectMessage",
      "getTicketMessage.ticket_id selectTicket",
      "listCustomers.id selectCustomer",
      "listCustomers.view_id selectView",
      "listEvents.user_ids selectUser",
      "listMessages.ticket_id selectTicket",
      "listTicketCustomFields.ticket_id selectTicket",
      "listTickets.customer_id selectCustomer",
      "listTickets.rule_id selectRule",
      "listTickets.ticket_ids selectTicket",
      "listTickets.view_id selectView",
      "updateCustomer.id selectCustomer",
      "updateCustomerData.id selectCustomer",
      "updateTicket.assignee_user_id selectUser",
      "updateTicket.id selectTicket",
      "updateTicket.tags selectTagName",
      "updateTicketCustomFields.ticket_id selectTicket",
    ]);
  });

  it.each(Object.values(component.dataSources ?? {}))(
    "$key offers no picker itself",
    ({ inputs }) => {
      expect(inputs.filter((input) => input.dataSource !== undefined)).toEqual([]);
    },
  );
});

describe("the designer", () => {
  it.each(Object.values(actions))("may run $key only if it reads", ({ key, performSafety }) => {
    expect(performSafety).toBe(READS.has(key) ? "SAFE" : "NOT_ALLOWED");
  });
});
