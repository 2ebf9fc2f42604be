import type { WaitReason } from '../contract/control.ts';
import { type JobRecord, mayWrite, type QueuedJob } from '../contract/job.ts';

const WRITE = 'write:';
const THREAD = 'thread:';

/** Writers of one working tree go one at a time, and so do turns of one Codex thread: a second would steer the first. */
export function lanesOf(job: QueuedJob): string[] {
  const lanes: string[] = [];
  if (mayWrite(job.request)) lanes.push(`${WRITE}${job.workspaceRoot}`);
  if (job.request.resumeThreadId !== null) lanes.push(`${THREAD}${job.request.resumeThreadId}`);
  return lanes;
}

/** What two jobs that share the lane have in common. */
export function reasonOf(lane: string): WaitReason {
  return lane.startsWith(WRITE) ? 'writes to the same working tree' : 'same Codex thread';
}

/** The running job that has the thread which `job` resumes: it may have begun it, and so have no lane of that name. */
export function onSameThread(job: QueuedJob, active: readonly JobRecord[]): JobRecord | null {
  const { resumeThreadId } = job.request;
  if (resumeThreadId === null) return null;
  return active.find((other) => other.status === 'running' && other.threadId === resumeThreadId) ?? null;
}
