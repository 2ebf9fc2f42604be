import { lstatSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Longest path of a local socket, in bytes. Linux takes 107 and macOS 103; what is longer is refused
 * by ZeroMQ and silently cut by node:net, so both sockets keep to the smaller one everywhere.
 */
export const MAX_SOCKET_PATH_BYTES = 103;

/**
 * The `ipc://` endpoint of a socket file.
 *
 * @throws Error when the path is relative or longer than {@link MAX_SOCKET_PATH_BYTES}.
 */
export function endpointOf(socketPath: string): string {
  if (!path.isAbsolute(socketPath)) {
    throw new Error(`Cannot use "${socketPath}" for a socket: the path is not absolute (give the whole path)`);
  }
  const bytes = Buffer.byteLength(socketPath);
  if (bytes > MAX_SOCKET_PATH_BYTES) {
    throw new Error(
      `Cannot use "${socketPath}" for a socket: the path has ${bytes} bytes of at most ${MAX_SOCKET_PATH_BYTES} (choose a shorter directory)`,
    );
  }
  return `ipc://${socketPath}`;
}

/**
 * Removes a socket file, which ZeroMQ never does. Only the holder of the lock may call it. Anything
 * else at the path stays as it is.
 *
 * @returns whether the path is free now.
 */
export function removeEndpoint(socketPath: string): boolean {
  const found = lstatSync(socketPath, { throwIfNoEntry: false });
  if (found === undefined) return true;
  if (!found.isSocket()) return false;
  rmSync(socketPath, { force: true });
  return true;
}
