import { rmSync } from 'node:fs';
import path from 'node:path';
import { removeFile } from '../util/directory-entry.ts';
import { isPipe, removeSocketFile, socketAt } from '../util/local-endpoint.ts';
import { within } from '../util/within.ts';
import { type BrokerLabel, readBrokerLabel } from './broker-label.ts';
import { acquire } from './lock.ts';
import { endPrograms } from './running-programs.ts';
import { sweepRun } from './tagged-processes.ts';

/** The files of a broker that are not its lock. */
export interface BrokerFiles {
  readonly paths: {
    readonly label: string;
    readonly limits: string;
    readonly threads: string;
    readonly programs: string;
  };
  readonly sockets: { readonly control: string; readonly events: string };
}

/**
 * Ends and removes what a killed broker left: processes with its tag, the user's programs that it ran, and its files. Only the holder of
 * its lock may: without it they can be a successor's.
 */
export async function clearLeftovers(files: BrokerFiles): Promise<void> {
  const killed = readBrokerLabel(files.paths.label);
  if (killed !== null) {
    await sweepRun(killed.runTag);
    removeSocketsElsewhere(killed, files);
  }
  endPrograms(files.paths.programs);
  removeBrokerFiles(files);
}

/** Its sockets have the names that ours would have. The folder that they are in may be another one in each shell. */
function removeSocketsElsewhere({ endpoint }: BrokerLabel, { sockets }: BrokerFiles): void {
  if (isPipe(endpoint)) return;
  for (const address of [sockets.control, sockets.events]) {
    const file = within(path.dirname(endpoint), path.basename(address));
    try {
      // A label proves nothing: of what it leads to, only a socket with this name is removed.
      if (socketAt(file) === 'socket') removeSocketFile(file);
    } catch {
      // It is in nobody's way there.
    }
  }
}

export interface ClearOptions {
  /** Its lock. */
  readonly lock: string;
  /** How long others are waited for who clean up there, too. */
  readonly timeoutMs: number;
  /** Done under the same lock. */
  readonly also?: () => void;
}

/**
 * The same for whoever comes by: the lock is taken for that long.
 * @returns false when a broker has it. Then it is there, and has cleared up itself.
 */
export async function clearAbandoned(files: BrokerFiles, options: ClearOptions): Promise<boolean> {
  const { lock, timeoutMs, also } = options;
  const claim = await acquire(lock, { role: 'reader', holder: `reader-${process.pid}`, timeoutMs });
  if (!claim.ok) return false;
  try {
    await clearLeftovers(files);
    also?.();
    return true;
  } finally {
    claim.lock.release();
  }
}

/** The sockets, the label and what its threads are started from; for the holder of the lock, too. */
export function removeBrokerFiles({ paths, sockets }: BrokerFiles): void {
  for (const file of [paths.label, paths.limits]) removeFile(file);
  for (const address of [sockets.control, sockets.events]) removeSocketFile(address);
  for (const folder of [paths.threads, paths.programs]) rmSync(folder, { recursive: true, force: true });
}
