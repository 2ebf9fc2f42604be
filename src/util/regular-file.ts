import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { errorCode } from './system-error.ts';

const CHUNK_BYTES = 65_536;

/** What is at a path is not what it should be there; `why` says what it is. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly why: string;

  constructor(file: string, why: string) {
    super(`Refusing to use "${file}": ${why} (remove it)`);
    this.why = why;
  }
}

/**
 * Opens a file, and nothing else: no symbolic link is followed, and no pipe is waited for.
 *
 * @param flags of `openSync`, as bits.
 * @throws FileRefused; the system's error when it cannot be opened.
 */
export function openRegularFile(file: string, flags: number = constants.O_RDONLY, mode?: number): number {
  const descriptor = openNoFollow(file, flags, mode);
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw new FileRefused(file, 'it is not a regular file');
}

/**
 * The text of a file of at most `maxBytes`, by {@link openRegularFile}.
 * @throws FileRefused, the system's error
 */
export function readRegularFile(file: string, maxBytes: number): string {
  const descriptor = openRegularFile(file);
  try {
    const { size } = fstatSync(descriptor);
    if (size > maxBytes) throw new FileRefused(file, `it has ${size} bytes of at most ${maxBytes}`);
    return readAll(descriptor, maxBytes).toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}

/** Of a file that grows meanwhile no more than `maxBytes` either. */
function readAll(descriptor: number, maxBytes: number): Buffer {
  const chunks: Buffer[] = [];
  for (let done = 0; done < maxBytes; ) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, maxBytes - done));
    const read = readSync(descriptor, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    done += read;
  }
  return Buffer.concat(chunks);
}

function openNoFollow(file: string, flags: number, mode: number | undefined): number {
  try {
    // Neither of the two exists on Windows, where they count as 0.
    return openSync(file, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK, mode);
  } catch (error) {
    throw errorCode(error) === 'ELOOP' ? new FileRefused(file, 'it is a symbolic link') : error;
  }
}
