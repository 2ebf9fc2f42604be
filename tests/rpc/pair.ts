import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deferred } from '../../src/util/deferred.ts';

/** Two connected local sockets, and the way to get rid of them. */
export interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  readonly dispose: () => Promise<void>;
}

export async function socketPair(): Promise<Pair> {
  const directory = mkdtempSync(path.join(tmpdir(), 'rpc-'));
  const address = path.join(directory, 's');
  const accepted = deferred<Socket>();
  const server = createServer((socket) => accepted.resolve(socket));
  await new Promise<void>((resolve) => server.listen(address, resolve));
  const near = connect(address);
  const far = await accepted.promise;
  return { near, far, dispose: () => dispose(directory, server, [near, far]) };
}

async function dispose(directory: string, server: Server, sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  rmSync(directory, { recursive: true, force: true });
}
