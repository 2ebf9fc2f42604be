import { expect, test } from 'vitest';
import { stopMessage } from '../../src/broker/stop-message.ts';
import { reduce } from '../../src/status/reduce.ts';
import { minute, runningJob } from '../status/jobs.ts';

const job = runningJob();
const waiting = reduce(
  job,
  {
    type: 'job.progressed',
    jobId: job.id,
    facts: [
      { kind: 'itemStarted', itemId: 'a', label: 'command: make test', phase: 'verifying', command: true },
      { kind: 'retrying', message: 'Reconnecting 3/5' },
    ],
  },
  { at: minute(1), source: 'x' },
);

test('the start clock is named, with what the app-server said last', () => {
  expect(stopMessage('start_timeout', job)).toBe('Codex did not start the turn within 60 s (start clock)');
  expect(stopMessage('start_timeout', waiting)).toContain('; the last thing it said: Reconnecting 3/5');
});

test('the idle clock is named, with the item it waited for and the last notice', () => {
  expect(stopMessage('idle_timeout', job)).toBe('Codex made no progress for 600 s (idle clock)');
  expect(stopMessage('idle_timeout', waiting)).toBe(
    'Codex made no progress for 600 s (idle clock), waiting for command: make test; the last thing it said: Reconnecting 3/5',
  );
});

test('the deadline is named with its flag, and the item it waited for', () => {
  expect(stopMessage('deadline_exceeded', waiting)).toBe(
    'The job did not finish within 1800 s (hard deadline, --timeout), waiting for command: make test',
  );
});

test('without a record there is a sentence, too', () => {
  expect(stopMessage('deadline_exceeded', null)).toContain('hard deadline');
});
