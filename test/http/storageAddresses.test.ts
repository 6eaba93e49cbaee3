import { isStorage, redirectTarget } from "../../src/http/redirects";

const ORIGIN = "https://green-garden.gorgias.com";

function targetOf(location: string) {
  const response = { status: 307, data: undefined, headers: { location } };
  return redirectTarget(response, `${ORIGIN}/api/attachment/download/h/r`);
}

function isTaken(location: string): boolean {
  const target = targetOf(location);
  return target !== undefined && isStorage(target, ORIGIN);
}

it.each([
  "https://storage.googleapis.com/bucket/file?signature=s",
  "https://files.example:8443/x",
  "https://8.8.8.8/x",
  "https://172.32.0.1/x",
  "https://100.128.0.1/x",
  "https://[2606:4700::1111]/x",
  "https://localhost.example.com/x",
])("a file may be read at %s", (location) => expect(isTaken(location)).toBe(true));

it.each([
  "http://storage.googleapis.com/x",
  "ftp://storage.googleapis.com/x",
  "file:///etc/passwd",
  "data:text/plain,x",
  "https://user:word@storage.googleapis.com/x",
  "https://localhost/x",
  "https://LOCALHOST/x",
  "https://localhost./x",
  "https://a.localhost/x",
  "https://a.localhost./x",
  "https://localhost../x",
  "https://127.0.0.1/x",
  "https://127.0.0.1../x",
  "https://0/x",
  "https://017700000001/x",
  "https://0x7f.1/x",
  "https://0xa9fea9fe/x",
  "https://[::ffff:0:7f00:1]/x",
  "https://[0:0:0:0:0:ffff:127.0.0.1]/x",
  "https://[64:ff9b:1::7f00:1]/x",
  "https://[FE80::1]/x",
  "https://127.1/x",
  "https://127.0.0.1./x",
  "https://2130706433/x",
  "https://0x7f000001/x",
  "https://0177.0.0.1/x",
  "https://0.0.0.0/x",
  "https://10.1.2.3/x",
  "https://172.16.0.1/x",
  "https://172.31.255.255/x",
  "https://192.168.1.1/x",
  "https://169.254.169.254/latest/meta-data",
  "https://100.64.0.1/x",
  "https://[::1]/x",
  "https://[::]/x",
  "https://[::ffff:127.0.0.1]/x",
  "https://[::ffff:10.0.0.1]/x",
  "https://[::ffff:a9fe:a9fe]/x",
  "https://[::127.0.0.1]/x",
  "https://[64:ff9b::7f00:1]/x",
  "https://[fc00::1]/x",
  "https://[fdab::1]/x",
  "https://[fe80::1]/x",
  "https://[2002:7f00:1::]/x",
  "https://\uff11\uff12\uff17.0.0.1/x",
])("a file is never read at %s", (location) => expect(isTaken(location)).toBe(false));

it("an address in raw UTF-8, as Node reads header bytes", () => {
  const location = Buffer.from("https://files.example/Größe 1.png?s=ä", "utf8").toString("latin1");
  expect(targetOf(location)?.href).toBe("https://files.example/Gr%C3%B6%C3%9Fe%201.png?s=%C3%A4");
});

it("an address in Latin-1 stays what it is", () => {
  expect(targetOf("https://files.example/Gr\u00f6\u00dfe")?.href).toBe(
    "https://files.example/Gr%C3%B6%C3%9Fe",
  );
});

it.each([
  [
    "http://green-garden.gorgias.com/api/tickets/2",
    "https://green-garden.gorgias.com/api/tickets/2",
  ],
  ["http://other.gorgias.com/api/tickets/2", "http://other.gorgias.com/api/tickets/2"],
  ["/api/tickets/2", "https://green-garden.gorgias.com/api/tickets/2"],
])("%s leads to %s", (location, href) => expect(targetOf(location)?.href).toBe(href));
