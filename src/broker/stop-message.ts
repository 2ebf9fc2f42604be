import type { JobRecord, StopCause } from '../contract/job.ts';

/** What ended a job from outside, in a sentence: the clock by name, and what the job was waiting for. */
export function stopMessage(cause: Exclude<StopCause, 'cancel'>, job: JobRecord | null): string {
  switch (cause) {
    case 'queue_timeout':
      return `The job waited longer than ${seconds(job?.request.clocks.queueMs)} for its turn (queue clock)`;
    case 'start_timeout':
      return `Codex did not start the turn within ${seconds(job?.request.clocks.startMs)} (start clock)${lastNotice(job)}`;
    case 'idle_timeout':
      return `Codex made no progress for ${seconds(job?.request.clocks.idleMs)} (idle clock)${waitingFor(job)}${lastNotice(job)}`;
    case 'deadline_exceeded':
      return `The job did not finish within ${seconds(job?.request.clocks.hardMs)} (hard deadline, --timeout)${waitingFor(job)}`;
  }
}

function seconds(ms: number | undefined): string {
  return `${(ms ?? 0) / 1000} s`;
}

function waitingFor(job: JobRecord | null): string {
  const item = job?.openItems.at(-1);
  return item === undefined ? '' : `, waiting for ${item.label}`;
}

function lastNotice(job: JobRecord | null): string {
  const notice = job?.work.lastNotice ?? null;
  return notice === null ? '' : `; the last thing it said: ${notice}`;
}
