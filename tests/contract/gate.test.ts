import { expect, test } from 'vitest';
import { type GateContext, gateOutcome } from '../../src/contract/gate.ts';
import type { JobRecord } from '../../src/contract/job.ts';
import { reduce } from '../../src/status/reduce.ts';
import { completedJob, minute, queuedJob, runningJob } from '../status/jobs.ts';

const first: GateContext = { alreadyBlocked: false, offSwitch: 'codex-companion setup --disable-review-gate' };
const second: GateContext = { ...first, alreadyBlocked: true };

function saying(finalMessage: string): JobRecord {
  const job = completedJob(minute(1));
  return job.status === 'completed' ? { ...job, finalMessage } : job;
}

function failed(): JobRecord {
  const job = runningJob();
  const said = { kind: 'messageCompleted', text: 'ALLOW: looks fine so far' } as const;
  const context = { at: minute(1), source: 'test' };
  const talking = reduce(job, { type: 'job.progressed', jobId: job.id, facts: [said] }, context);
  const failure = {
    type: 'job.failed',
    jobId: job.id,
    reason: 'turn_failed',
    message: 'no more',
    interruption: null,
  } as const;
  return reduce(talking, failure, context);
}

test('a completed review allows by its first line', () => {
  expect(gateOutcome(saying('ALLOW: tests pass\nmore'), first)).toEqual({ kind: 'allow', note: 'tests pass' });
});

test('a completed review blocks by its first line, with all that it says beneath', () => {
  const outcome = gateOutcome(saying('\nBLOCK: a race\n- in ledger.ts\n'), second);

  expect(outcome).toEqual({ kind: 'block', reason: 'a race\n- in ledger.ts' });
});

test.each([
  ['a failed turn whose last message approves', failed()],
  ['a review that still runs', runningJob()],
  ['a review that never started', queuedJob()],
  ['an answer without a verdict', saying('It all looks fine to me. ALLOW: yes')],
  ['an empty answer', saying('')],
  ['no review at all', 'no broker could be started'],
])('%s is neither an approval nor an objection', (_name, review) => {
  expect(gateOutcome(review, first)).toMatchObject({ kind: 'couldNotReview', block: true });
});

test('what could not be reviewed never blocks twice, and names the off switch each time', () => {
  for (const context of [first, second]) {
    const outcome = gateOutcome('the app-server is gone', context);

    expect(outcome).toMatchObject({ kind: 'couldNotReview', block: !context.alreadyBlocked });
    expect(outcome).toHaveProperty('why', expect.stringContaining(first.offSwitch));
  }
});
