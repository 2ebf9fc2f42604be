import { rmSync } from 'node:fs';
import { RUN_TAG_VARIABLE, readBrokerLabel } from './broker-label.ts';
import { sweepTag } from './liveness.ts';

/** The files of a broker that are not its lock. */
export interface BrokerFiles {
  readonly paths: { readonly label: string; readonly threads: string };
  readonly sockets: { readonly control: string; readonly events: string };
}

/**
 * Ends and removes what a killed broker left: processes with its tag, and its files. Only the holder of
 * its lock may: without it they can be a successor's.
 */
export async function clearLeftovers(files: BrokerFiles): Promise<void> {
  const killed = readBrokerLabel(files.paths.label);
  if (killed !== null) await sweepTag(RUN_TAG_VARIABLE, killed.runTag);
  removeBrokerFiles(files);
}

/** The sockets, the label and what its threads are started from; for the holder of the lock, too. */
export function removeBrokerFiles({ paths, sockets }: BrokerFiles): void {
  for (const file of [paths.label, sockets.control, sockets.events]) rmSync(file, { force: true });
  rmSync(paths.threads, { recursive: true, force: true });
}
