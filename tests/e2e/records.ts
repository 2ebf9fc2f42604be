import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { workspaceDirectory } from '../../src/config/paths.ts';
import { type FinishedJob, isFinished, type JobRecord, type RunningJob } from '../../src/contract/job.ts';
import type { JobView } from '../../src/contract/job-view.ts';
import { type BrokerLabel, readBrokerLabel } from '../../src/status/broker-label.ts';
import { JobStore } from '../../src/status/store.ts';
import { eventually } from '../support/eventually.ts';
import type { Captured } from '../support/process.ts';
import { isRunning } from '../support/processes.ts';
import { BOUND_MS, type Rig, type RunOptions } from '../support/rig.ts';

export type FailedJob = Extract<FinishedJob, { status: 'failed' }>;

/** Hands a job over in the background; its id. */
export async function background(
  rig: Rig,
  prompt: string,
  args: readonly string[] = [],
  options: RunOptions = {},
): Promise<string> {
  return (await rig.json<{ jobId: string }>(['task', '--background', ...args, prompt], options)).jobId;
}

/** The id that a foreground client says first. */
export async function jobOf(client: Captured): Promise<string> {
  return (await client.waitForLine(/\] Job /u, BOUND_MS)).split(' ').at(-1) ?? '';
}

/** The job as `status JOB --json` shows it. */
export async function statusOf(rig: Rig, jobId: string): Promise<JobView> {
  return (await rig.json<{ job: JobView }>(['status', jobId])).job;
}

/** The folder of the rig's workspace under its state root. */
export function stateOf(rig: Rig): string {
  return workspaceDirectory(rig.stateDir, realpathSync(rig.workspace));
}

/** The record as it lies on the disk: no command is run, so nobody reconciles. */
export function recordOf(rig: Rig, jobId: string): JobRecord | null {
  return JobStore.open(stateOf(rig)).read(jobId);
}

/** Waits until the job's turn has begun, and `holds` of it; by its record, without a command. */
export function inTurn(rig: Rig, jobId: string, holds: (job: RunningJob) => boolean = () => true): Promise<RunningJob> {
  return eventually(
    () => {
      const job = recordOf(rig, jobId);
      return job?.status === 'running' && job.turnId !== null && holds(job) ? job : null;
    },
    { withinMs: BOUND_MS, what: `turn of ${jobId}` },
  );
}

/** For {@link inTurn}: a command of the turn runs. */
export function runsCommand(job: RunningJob): boolean {
  return job.openItems.some((item) => item.command);
}

/** Waits until somebody has recorded the job's end; by its record, without a command. */
export function ended(rig: Rig, jobId: string, withinMs: number = BOUND_MS): Promise<FinishedJob> {
  return eventually(
    () => {
      const job = recordOf(rig, jobId);
      return job !== null && isFinished(job) ? job : null;
    },
    { withinMs, what: `end of ${jobId}` },
  );
}

/** Waits for the end of a job that must fail. */
export async function failed(rig: Rig, jobId: string, withinMs: number = BOUND_MS): Promise<FailedJob> {
  const job = await ended(rig, jobId, withinMs);
  if (job.status !== 'failed') throw new Error(`${jobId} is ${job.status}, not failed`);
  return job;
}

/** What the broker has left or keeps beside its lock; null when there is none. */
export function labelOf(rig: Rig): BrokerLabel | null {
  const [directory] = brokerDirectories(rig);
  return directory === undefined ? null : readBrokerLabel(path.join(directory, 'broker.json'));
}

/** What the brokers of the workspace wrote to their log. */
export function brokerLog(rig: Rig): string {
  return brokerDirectories(rig)
    .map((directory) => readFileSync(path.join(directory, 'broker.log'), 'utf8'))
    .join('');
}

/** As a crash or the kernel would: without a word. Waits until it is gone. */
export async function killBroker(rig: Rig): Promise<void> {
  const pid = labelOf(rig)?.process.pid;
  if (pid === undefined) throw new Error('No broker to kill');
  process.kill(pid, 'SIGKILL');
  await eventually(() => !isRunning(pid), { withinMs: BOUND_MS, what: `end of the broker (pid ${pid})`, everyMs: 5 });
}

function brokerDirectories(rig: Rig): string[] {
  const brokers = path.join(stateOf(rig), 'brokers');
  return readdirSync(brokers).map((key) => path.join(brokers, key));
}
