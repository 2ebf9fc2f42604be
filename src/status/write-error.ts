import { messageOf } from '../contract/fault.ts';
import { errorCode } from '../util/system-error.ts';

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
