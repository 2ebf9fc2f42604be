import { lstatSync, mkdirSync, readdirSync, type Stats } from 'node:fs';
import path from 'node:path';
import { syncDirectory } from './directory-entry.ts';
import { isOpenToOthers, modeText, ownUid } from './file-mode.ts';
import { errorCode } from './system-error.ts';

const STICKY = 0o1000;

/** A directory that must not be used, or cannot be had: which one, why, and what to do. */
export class DirectoryRefused extends Error {
  override readonly name = 'DirectoryRefused';
}

/**
 * Makes `directory` (and its parents) with mode 0700, or checks that what is there is a real
 * directory of this user that nobody else may enter. What is made `durable` survives a power cut.
 *
 * @returns whether it was made.
 * @throws DirectoryRefused
 */
export function ensurePrivateDirectory(
  directory: string,
  { durable }: { durable: boolean } = { durable: false },
): boolean {
  const { found, first } = made(directory);
  check(directory, found);
  if (durable && first !== undefined) syncParents(directory, path.dirname(first));
  return first !== undefined;
}

/**
 * The same check, and nothing is made: a directory that is not there may come to be there.
 *
 * @throws DirectoryRefused
 */
export function checkPrivateDirectory(directory: string): void {
  const found = existing(directory);
  if (found !== undefined) check(directory, found);
}

/** What is wrong with a directory that has to be private to this user: as a clause, with what to do about it. */
export interface DirectoryFlaw {
  readonly kind: 'type' | 'owner' | 'mode' | 'shared';
  readonly what: string;
  readonly remedy: string;
}

/** Null when nothing is; `found` is what is at `directory`, links not followed. Without a `uid` only its type counts. */
export function flawOf(directory: string, found: Stats, uid = ownUid()): DirectoryFlaw | null {
  const remedy = 'remove it, or choose another place';
  if (!found.isDirectory()) {
    const what = found.isSymbolicLink() ? 'it is a symbolic link' : 'it is not a directory';
    return { kind: 'type', what, remedy };
  }
  if (uid === null) return null;
  if (found.uid !== uid)
    return {
      kind: 'owner',
      what: `it belongs to uid ${found.uid}, not to uid ${uid}`,
      remedy: 'choose another directory',
    };
  if (!isOpenToOthers(found)) return null;
  const what = `its mode is ${modeText(found)}`;
  if (isShared(directory, found)) return { kind: 'shared', what, remedy: 'choose another directory' };
  return { kind: 'mode', what, remedy: `run "chmod 700 '${directory}'"` };
}

function check(directory: string, found: Stats): void {
  const flaw = flawOf(directory, found);
  if (flaw !== null) throw new DirectoryRefused(`Refusing to use "${directory}": ${flaw.what} (${flaw.remedy})`);
}

/** The mode is meant: others have a right to be there, in `/`, in a folder of temporary files, or to something that is in it. */
function isShared(directory: string, { mode }: Stats): boolean {
  if (path.dirname(directory) === directory || (mode & STICKY) !== 0) return true;
  try {
    return readdirSync(directory).some((name) => isOpen(path.join(directory, name)));
  } catch {
    return true;
  }
}

function isOpen(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found !== undefined && isOpenToOthers(found);
}

/** What is at `directory` after it was made where nothing was, and the first of its parents and itself that was made. */
function made(directory: string): { found: Stats; first: string | undefined } {
  let first: string | undefined;
  let cause: unknown;
  try {
    first = mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    cause = error;
  }
  const found = present(directory);
  if (found !== undefined) return { found, first };
  const why = cause instanceof Error ? cause.message : 'it was removed at once';
  throw new DirectoryRefused(
    `Cannot make the directory "${directory}": ${why} (check its parents, or choose another place)`,
    { cause },
  );
}

/** What is synced in a directory is lost all the same while the name of the directory itself is not. */
function syncParents(directory: string, top: string): void {
  for (let at = directory; at !== top && at !== path.dirname(at); ) {
    at = path.dirname(at);
    syncDirectory(at);
  }
}

/** Undefined where nothing is. What cannot be looked at can be neither read nor made. */
function existing(directory: string): Stats | undefined {
  try {
    return lstatSync(directory);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DirectoryRefused(
      `Cannot use the directory "${directory}": ${why} (check its parents, or choose another place)`,
      { cause },
    );
  }
}

/** A path below a file has nothing at it, too. */
function present(directory: string): Stats | undefined {
  try {
    return lstatSync(directory);
  } catch {
    return undefined;
  }
}
