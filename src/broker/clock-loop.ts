import type { EventPublisher } from '../bus/publisher.ts';
import { isJobEvent } from '../contract/event.ts';
import type { StopCause } from '../contract/job.ts';
import type { Aggregator } from '../status/aggregator.ts';
import type { ClockName } from '../status/clocks.ts';

/** Progress moves the idle clock without waking anybody; so the clocks are read at least this often. */
const LONGEST_SLEEP_MS = 1_000;

/** A clock that has run out stays so until its action took effect: not at all, for a disk that refuses. It acts again after this time. */
const ACT_AGAIN_MS = 1_000;

const CAUSES: Readonly<Record<Exclude<ClockName, 'stuck'>, ClockCause>> = {
  queue: 'queue_timeout',
  start: 'start_timeout',
  idle: 'idle_timeout',
  hard: 'deadline_exceeded',
};

type ClockCause = Exclude<StopCause, 'cancel'>;

export interface ClockActions {
  stop(jobId: string, cause: ClockCause): void;
  abandon(jobId: string): void;
}

/** Acts on the clocks of the live view: the pure part decides, this sleeps until the next one. */
export function runClocks(aggregator: Aggregator, publisher: EventPublisher, actions: ClockActions): () => void {
  let timer: NodeJS.Timeout | undefined;
  const arm = (afterActing = false) => {
    clearTimeout(timer);
    const inMs = aggregator.nextExpiryInMs();
    const sleepMs = inMs === 0 && afterActing ? ACT_AGAIN_MS : Math.min(inMs ?? 0, LONGEST_SLEEP_MS);
    timer = inMs === null ? undefined : setTimeout(tick, sleepMs);
  };
  const tick = () => {
    for (const { jobId, clock } of aggregator.expired()) {
      if (clock === 'stuck') actions.abandon(jobId);
      else actions.stop(jobId, CAUSES[clock]);
    }
    arm(true);
  };
  const untap = publisher.tap(({ event }) => {
    // Progress can start a clock only where none ran: the idle clock, after a command, in a job without a deadline.
    if (isJobEvent(event) && (event.type !== 'job.progressed' || timer === undefined)) arm();
  });
  // Jobs that were taken over are there already.
  arm();
  return () => {
    untap();
    clearTimeout(timer);
  };
}
