import { messageOf } from '../contract/fault.ts';

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'free some disk space',
  EDQUOT: 'free some disk space',
  EACCES: 'check the owner and mode of its directory',
  EPERM: 'check the owner and mode of its directory',
  EROFS: 'choose a place that can be written with CODEX_COMPANION_STATE_DIR',
};

/** An error that names the file, the cause and, where one is known, the remedy. The cause is kept. */
export function writeError(file: string, error: unknown): Error {
  const code = errorCode(error);
  const remedy = code === null ? undefined : REMEDIES[code];
  return new Error(`Cannot write "${file}": ${messageOf(error)}${remedy === undefined ? '' : ` (${remedy})`}`, {
    cause: error,
  });
}

/** The code of a system error, such as `ENOENT`; null for anything else. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Nothing is there, or there is a file where a directory would have to be. */
export function isMissing(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
