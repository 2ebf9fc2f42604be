import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../contract/fault.ts';
import { isJobId } from '../contract/ids.ts';
import type { ClientContext } from './context.ts';

/**
 * Calls `onJob` with the id of each job that is handed over in the workspace from now on, to whichever broker; and with
 * those of active jobs, whenever their records change. Returns the way to stop.
 *
 * The store is watched, not the bus: a job can come to a broker that nobody knew of. Where the system has no more
 * watches to give, that is told, and no job is.
 */
export function watchNewJobs(context: ClientContext, onJob: (jobId: string) => void): () => void {
  const refused = (error: unknown) => context.warn(`Jobs that start from now on are not followed: ${messageOf(error)}`);
  let watcher: FSWatcher;
  try {
    watcher = watch(context.store.activeDirectory, { persistent: false });
  } catch (error) {
    refused(error);
    return () => undefined;
  }
  watcher.on('error', refused);
  watcher.on('change', (_what, file) => {
    const id = path.basename(String(file), '.json');
    if (isJobId(id)) onJob(id);
  });
  return () => watcher.close();
}
