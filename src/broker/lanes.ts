import type { WaitReason } from '../contract/control.ts';
import { mayWrite, type QueuedJob } from '../contract/job.ts';

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
