import { readdirSync } from 'node:fs';
import path from 'node:path';
import { newJobId } from '../../src/contract/ids.ts';
import type { FinishedJob } from '../../src/contract/job.ts';
import { JobStore } from '../../src/status/store.ts';
import type { Rig } from '../support/rig.ts';
import { background, ended, inTurn, killBroker, stateOf } from './records.ts';

/** A job whose record says that it runs, while its broker is dead. */
export async function deadJob(rig: Rig): Promise<string> {
  const jobId = await background(rig, 'FAKE:hang');
  await inTurn(rig, jobId);
  await killBroker(rig);
  return jobId;
}

/** So many copies of a finished job, which ended just now. */
export async function finishedClones(
  rig: Rig,
  jobId: string,
  count: number,
  changes: Partial<Pick<FinishedJob, 'threadId'>> = {},
): Promise<void> {
  const job = await ended(rig, jobId);
  const store = JobStore.open(stateOf(rig));
  for (let n = 0; n < count; n += 1) {
    const now = new Date();
    const at = { completedAt: now.toISOString(), updatedAt: now.toISOString() };
    const id = newJobId('task', now.getTime());
    store.write({ ...job, ...at, ...changes, id, logFile: store.logFile(id) }, { durable: false });
  }
}

export function finishedFile(rig: Rig, jobId: string): string {
  const directory = path.join(stateOf(rig), 'finished');
  const [name, ...others] = readdirSync(directory).filter((candidate) => candidate.includes(jobId));
  if (name === undefined || others.length > 0)
    throw new Error(`Not one end of ${jobId}: ${name}, ${others.join(', ')}`);
  return path.join(directory, name);
}
