import { guessEffect } from "../../src/actions/rawRequest/effect";
import type { Effect } from "../../src/http/effect";

it.each<[request: string, effect: Effect, body: string | undefined]>([
  ["GET /tickets", "none", undefined],
  ["HEAD /tickets", "none", undefined],
  ["OPTIONS /tickets", "none", undefined],
  ["GET /tickets/1?action=retry", "none", undefined],
  ["POST /search", "none", undefined],
  ["POST /search/", "none", undefined],
  ["POST /Search", "none", undefined],
  ["POST /%73earch", "none", undefined],
  ["POST /reporting/stats", "none", undefined],
  ["POST /stats/total-messages-sent", "none", undefined],
  ["PUT /views/0/items", "none", undefined],
  ["POST /tickets", "once", undefined],
  ["POST /searches", "once", undefined],
  ["POST /tickets/search", "once", undefined],
  ["PATCH /tickets/1", "once", undefined],
  ["PUT /tickets/1", "same", undefined],
  ["PUT /views/0", "same", undefined],
  ["DELETE /tickets/1", "same", undefined],
  ["DELETE /tags", "same", '{"ids":[1]}'],
  ["PUT /customers/merge", "once", undefined],
  ["PUT /customers/merge/", "once", undefined],
  ["PUT /tags/1/merge", "once", undefined],
  ["PUT /tags/1/%6Derge", "once", undefined],
  ["PUT /jobs/1", "once", undefined],
  ["PUT /tickets/1/messages/2", "same", undefined],
  ["PUT /tickets/1/messages/2?action=retry", "once", undefined],
  ["PUT /tickets/1/messages/2?a=1&action=cancel", "once", undefined],
  ["PUT /users/1", "same", '{"name":"Ann"}'],
  ["PUT /users/1", "once", '{"new_password":"x"}'],
])("%s does its work: %s", (request, effect, body) => {
  const [method = "", address = ""] = request.split(" ");
  const [path = "", query = ""] = address.split("?");
  expect(guessEffect(method, path, query, body)).toBe(effect);
});
