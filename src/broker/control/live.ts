import type { LiveJob } from '../../contract/control.ts';
import type { ActiveJob } from '../../contract/job.ts';
import { monotonicMs } from '../../util/monotonic.ts';
import type { Services } from '../services.ts';
import type { Handler } from './handler.ts';

/** The active jobs as they are this moment, with what will end them. */
export const live: Handler<'job/live'> = (_params, services) => ({
  jobs: services.aggregator.active().map((job) => liveJob(job, services)),
  seq: services.publisher.seq,
});

function liveJob(job: ActiveJob, { aggregator, dispatcher, lifecycle }: Services): LiveJob {
  const expiry = aggregator.expiryOf(job.id);
  return {
    job,
    answeredAt: new Date().toISOString(),
    appServer: lifecycle.status().appServer,
    worker: dispatcher.workerOf(job.id),
    position: dispatcher.positionOf(job.id),
    waitingForJob: dispatcher.waitingForJob(job.id),
    runningMs: aggregator.runningMs(job.id),
    idleMs: aggregator.idleMs(job.id),
    clock: expiry === null ? null : { name: expiry.clock, inMs: Math.max(0, Math.round(expiry.atMs - monotonicMs())) },
  };
}
