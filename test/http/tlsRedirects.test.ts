import { outcomeOf, useClock, useOrigin } from "../support/http";
import { apiKeyConnection } from "../support/integration";
import { useTlsServer, useTrust } from "../support/tlsServer";

useClock();
useTrust();
const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });
const received: string[] = [];
const server = useTlsServer((request, response) => {
  received.push(`${request.url} ${request.headers.authorization ? "with" : "without"} credentials`);
  if (request.url === "/api/tickets/1") {
    response.writeHead(301, { Location: `${server.url.replace("https:", "http:")}/api/tickets/2` });
  }
  response.end('{"id":2}');
});
useOrigin(() => server.url);

it("a redirect to http on the same host is followed by https", async () => {
  const { data } = await outcomeOf("getTicket", { connection, id: 1 });
  expect(data).toEqual({ id: 2 });
  expect(received).toEqual(["/api/tickets/1 with credentials", "/api/tickets/2 with credentials"]);
});
