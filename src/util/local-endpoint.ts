import { existsSync, lstatSync, type Stats, unlinkSync } from 'node:fs';
import { errorCode, isMissing } from './system-error.ts';

// Where a program listens for others of the same user: at a socket's file, or on Windows at a named pipe. Of both the
// address is a text, and a pipe's says that it is one: it has no file, so nothing that could be removed or has a mode.

/**
 * Longest path of a socket's file, in bytes. Linux takes 107 and macOS 103; what is longer ZeroMQ refuses, and node:net cuts without a
 * word. It is the same everywhere.
 */
export const MAX_SOCKET_PATH_BYTES = 100;

export function fitsSocket(file: string): boolean {
  return Buffer.byteLength(file) <= MAX_SOCKET_PATH_BYTES;
}

/** How the addresses of pipes begin. */
const PIPES = '\\\\.\\pipe\\';

export function pipeNamed(name: string): string {
  return `${PIPES}${name}`;
}

export function isPipe(address: string): boolean {
  return address.startsWith(PIPES);
}

/**
 * The address of one listener. A file lies in a directory of its user's; a pipe belongs to whoever makes it first,
 * whichever user that is, so its name ends with a part that nobody can foresee.
 */
export function listenAddress(address: string, secret: () => string): string {
  return isPipe(address) ? `${address}-${secret()}` : address;
}

/** Whether a socket has lost its file, so that nobody finds it any more. A pipe has none to lose. */
export function hasLostFile(address: string): boolean {
  return !isPipe(address) && !existsSync(address);
}

/** Removes the file of a socket that nobody listens at. A pipe goes with its listener. @throws the system's error */
export function removeSocketFile(address: string): void {
  if (isPipe(address)) return;
  try {
    // Not `rmSync`, which has to look at it first: Windows cannot.
    unlinkSync(address);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** What is where a socket's file belongs; `other` is somebody's. */
export type Found = 'nothing' | 'socket' | 'other';

/**
 * Node on Windows does not know the files of sockets: it may not open them, or takes them for empty files.
 * @throws the system's error.
 */
export function socketAt(
  file: string,
  platform: NodeJS.Platform = process.platform,
  look: (file: string) => Pick<Stats, 'isSocket' | 'isFile' | 'size'> | undefined = lookAt,
): Found {
  try {
    const found = look(file);
    if (found === undefined) return 'nothing';
    const isSocket = platform === 'win32' ? found.isFile() && found.size === 0 : found.isSocket();
    return isSocket ? 'socket' : 'other';
  } catch (error) {
    if (platform === 'win32' && errorCode(error) === 'EACCES') return 'socket';
    throw error;
  }
}

function lookAt(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false });
}
