import path from 'node:path';
import { fitsSocket, MAX_SOCKET_PATH_BYTES } from '../util/local-endpoint.ts';

/** What parts the address of a port from the key of whoever listens there. */
const KEY = '?serverKey=';

/** What a subscriber needs to connect. */
export interface Destination {
  /** In ZeroMQ's words. */
  readonly address: string;
  /** The publisher's public key, where what it sends is encrypted. */
  readonly serverKey: string | null;
}

/**
 * The `ipc://` endpoint of a socket file.
 *
 * @throws Error when the path is relative or longer than {@link MAX_SOCKET_PATH_BYTES}.
 */
export function endpointOf(socketPath: string): string {
  if (!path.isAbsolute(socketPath)) {
    throw new Error(`Cannot use "${socketPath}" for a socket: the path is not absolute (give the whole path)`);
  }
  if (!fitsSocket(socketPath)) {
    throw new Error(
      `Cannot use "${socketPath}" for a socket: the path is longer than ${MAX_SOCKET_PATH_BYTES} bytes (choose a shorter directory)`,
    );
  }
  return `ipc://${socketPath}`;
}

/** The endpoint of a port (`tcp://host:port`). Whoever knows it can subscribe, and nobody else: it is a secret. */
export function portEndpoint(address: string, serverKey: string): string {
  return `${address}${KEY}${encodeURIComponent(serverKey)}`;
}

/** @throws URIError when its key is not one. */
export function destinationOf(endpoint: string): Destination {
  const [address, key] = parted(endpoint);
  return { address, serverKey: key === null ? null : decodeURIComponent(key) };
}

/** The endpoint without what opens it. */
export function shownEndpoint(endpoint: string): string {
  return parted(endpoint)[0];
}

/** The name of a file may have anything in it. */
function parted(endpoint: string): [address: string, key: string | null] {
  const at = endpoint.startsWith('tcp://') ? endpoint.indexOf(KEY) : -1;
  return at === -1 ? [endpoint, null] : [endpoint.slice(0, at), endpoint.slice(at + KEY.length)];
}
