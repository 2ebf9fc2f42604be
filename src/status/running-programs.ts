import { mkdirSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { ProcessIdentitySchema } from '../contract/process-identity.ts';
import { namesIn } from '../util/names-in.ts';
import { readRegularFile } from '../util/regular-file.ts';
import { within } from '../util/within.ts';
import { identify, signalGroupIfSame } from './liveness.ts';
import { removeIfPossible } from './remove-file.ts';

// `programs/<pid>` in the folder of a broker: who is running there for the user, such as the program that is told of ended
// jobs. What such a program itself starts in a session of its own, an editor or a browser, is the user's.

const MAX_NOTE_BYTES = 4_096;

/** Should the broker be killed, whoever clears up after it ends the program with that pid. @returns what takes the note back. */
export function noteProgram(directory: string, pid: number): () => void {
  const identity = identify(pid);
  if (identity === null) return () => undefined;
  const file = within(directory, String(pid));
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(identity), { mode: 0o600 });
    return () => removeIfPossible(file);
  } catch {
    // Whoever started it ends it all the same, unless it is killed.
    return () => undefined;
  }
}

/** For the holder of the lock of a broker that is gone. @returns how many programs were ended. */
export function endPrograms(directory: string): number {
  return namesIn(directory).filter((name) => {
    const identity = noted(within(directory, name));
    return identity !== null && signalGroupIfSame(identity, 'SIGKILL');
  }).length;
}

/** Null for what a killed broker had not written to its end. */
function noted(file: string): v.InferOutput<typeof ProcessIdentitySchema> | null {
  try {
    const parsed = v.safeParse(ProcessIdentitySchema, JSON.parse(readRegularFile(file, MAX_NOTE_BYTES)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
