import { expect, test } from 'vitest';
import type { JobEvent } from '../../src/contract/event.ts';
import { isFinished } from '../../src/contract/job.ts';
import { endEventOf } from '../../src/status/end-event.ts';
import { reduce } from '../../src/status/reduce.ts';
import { minute, runningJob } from './jobs.ts';

const job = runningJob();
const jobId = job.id;
const interruption = { attempted: true, confirmed: false };

test.each<JobEvent>([
  { type: 'job.completed', jobId, finalMessage: 'done' },
  { type: 'job.failed', jobId, reason: 'turn_failed', message: 'no luck', interruption: null },
  { type: 'job.failed', jobId, reason: 'usage_limit', message: 'enough', comeBackAt: minute(9), interruption },
  { type: 'job.cancelled', jobId, by: 'the end of its session', interruption },
])('the record of a job that has ended says by which event: %o', (event) => {
  const ended = reduce(job, event, { at: minute(1), source: 'broker-1' });
  expect(isFinished(ended) && endEventOf(ended)).toEqual(event);
});
