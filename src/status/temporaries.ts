import { isTemporary } from '../util/atomic-file.ts';
import { namesIn } from '../util/names-in.ts';
import { within } from '../util/within.ts';
import { isRunning } from './liveness.ts';
import { removeIfPossible } from './remove-file.ts';

// What writeFileAtomic leaves when it is killed: <file>.<pid>-<counter>.tmp
const WRITER = /\.(\d+)-\d+\.tmp$/u;

/** Removes the temporary files in `directory` whose writer is gone. */
export function removeTemporaries(directory: string): void {
  for (const name of namesIn(directory).filter(isTemporary)) {
    const writer = WRITER.exec(name)?.[1];
    if (writer !== undefined && !isRunning(Number(writer))) removeIfPossible(within(directory, name));
  }
}
