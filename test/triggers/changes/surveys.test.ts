import type { GorgiasClient } from "../../../src/client";
import { GorgiasConnectionError, GorgiasError } from "../../../src/http/errors";
import {
  readAnsweredSurvey,
  Unreadable,
  warnOfUnreadable,
} from "../../../src/triggers/changes/surveys";
import { recordingLogger } from "../../support/integration";

const EVENT = { id: 200, object_id: 70 };
const REQUEST = { method: "GET", path: "/satisfaction-surveys/70" };

function read(request: () => Promise<unknown>, event: Record<string, unknown> = EVENT) {
  return readAnsweredSurvey({ request } as unknown as GorgiasClient, event);
}

describe("the survey of an event", () => {
  it("is read by the id that the event names", async () => {
    const request = jest.fn(async () => ({ id: 70, score: 5 }));
    expect(await read(request)).toEqual({ id: 70, score: 5 });
    expect(request).toHaveBeenCalledWith("GET /satisfaction-surveys/{id}", { id: 70 });
  });

  it.each([null, undefined, "70"])("is not looked for where it names %j", async (object_id) => {
    const request = jest.fn();
    expect(await read(request, { id: 200, object_id })).toEqual(
      new Unreadable("Event 200 names no satisfaction survey, so it is passed over.", false),
    );
    expect(request).not.toHaveBeenCalled();
  });

  it.each([
    [403, true],
    [404, false],
    [410, false],
  ])("is passed over where Gorgias answers %d", async (status, isForbidden) => {
    const fail = async () =>
      Promise.reject(new GorgiasError("Not for you.", { ...REQUEST, status }));
    expect(await read(fail)).toEqual(
      new Unreadable(
        "Event 200: satisfaction survey 70 cannot be read, so it is passed over: Not for you.",
        isForbidden,
      ),
    );
  });

  it("is passed over where the connection may not read it", async () => {
    const error = Object.assign(Object.create(GorgiasConnectionError.prototype), {
      message: "Not for you.",
      status: 403,
    });
    expect(await read(() => Promise.reject(error))).toMatchObject({ isForbidden: true });
  });

  it.each([
    new GorgiasError("Oops", { ...REQUEST, status: 500 }),
    new GorgiasError("No response", REQUEST),
    Object.assign(new Error("not of Gorgias"), { status: 404 }),
  ])("fails as the request does otherwise: %s", async (error) => {
    await expect(read(() => Promise.reject(error))).rejects.toBe(error);
  });
});

describe("what is passed over is told", () => {
  const forbidden = (of: number) => new Unreadable(`Event ${of} is forbidden.`, true);
  const gone = new Unreadable("Event 3 is gone.");

  function warningsOf(unreadable: Unreadable[], readCount: number) {
    const { logger, lines } = recordingLogger();
    warnOfUnreadable(logger as never, unreadable, readCount);
    return lines;
  }

  it("once for all, where the connection may read none", () => {
    expect(warningsOf([forbidden(1), forbidden(2)], 0)).toEqual([
      "warn: Gorgias answered 403 for all 2 satisfaction surveys that were answered: the connection may not read survey answers, so they are passed over. Let its user, or the scopes of its token, read satisfaction surveys. The first: Event 1 is forbidden.",
    ]);
  });

  it.each<[what: string, unreadable: Unreadable[], readCount: number]>([
    ["where others could be read", [forbidden(1), forbidden(2)], 1],
    ["where one is gone", [forbidden(1), gone], 0],
    ["where the first is gone", [gone, forbidden(1)], 0],
    ["where it is one", [forbidden(1)], 0],
    ["where there is none", [], 0],
  ])("one by one %s", (_, unreadable, readCount) => {
    expect(warningsOf(unreadable, readCount)).toEqual(
      unreadable.map(({ reason }) => `warn: ${reason}`),
    );
  });
});
