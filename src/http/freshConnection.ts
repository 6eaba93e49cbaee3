import * as https from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { TLSSocket } from "node:tls";

/** Besides Node's own options. */
export interface ConnectionOptions extends https.RequestOptions {
  /** Called with a connection that is still to be made, so that it can be given up. */
  onConnecting?: (socket: Socket) => void;
}

/**
 * Gives every request a connection of its own, once its handshake is done and the server has not
 * closed it by then. Node by itself writes the request along with the end of the handshake, also to a
 * server that gave up while this process was stopped; nobody could tell whether that was performed.
 */
export class FreshConnectionAgent extends https.Agent {
  constructor() {
    super({ keepAlive: false });
  }

  override createConnection(
    options: ConnectionOptions,
    done: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    const socket = super.createConnection(options) as TLSSocket;
    options.onConnecting?.(socket);
    untilOpen(socket).then(
      () => done(null, socket),
      (error) => {
        socket.destroy();
        done(error, undefined as never);
      },
    );
  }
}

/** Resolves when the handshake is done and the server has not closed the connection. */
function untilOpen(socket: TLSSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () =>
      reject(Object.assign(new Error("closed in its handshake"), { code: "ECONNRESET" }));
    const check = () => (socket.readableEnded || socket.destroyed ? fail() : resolve());
    socket.once("error", reject).once("close", fail);
    // The next turn but one of the event loop has read all that had arrived, a closing included.
    socket.once("secureConnect", () => setImmediate(() => setImmediate(check)));
  });
}
