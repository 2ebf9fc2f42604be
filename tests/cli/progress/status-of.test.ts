import { expect, test } from 'vitest';
import { statusOf } from '../../../src/cli/progress/status-of.ts';
import type { WatchedJob } from '../../../src/client/job-mirror.ts';
import { ago, busyWorkspace, jobAfter, NOW, STARTED, watched } from '../watch/models.ts';

const [testing, asking, waiting, failed, done] = busyWorkspace();
const queued = watched(jobAfter('ffffffff', { createdAt: ago(12) }), { position: 3 });
const silent = watched(jobAfter('gggggggg', {}, [100, STARTED]), { runningMs: 100_000, idleMs: 72_000 });
const late = { ...silent, idleMs: 1_000, clock: { name: 'hard', inMs: 42_000 } } as const;
const stopping = watched(
  jobAfter('hhhhhhhh', {}, [100, STARTED], [2, { type: 'job.stopping', cause: 'idle_timeout' }]),
  { runningMs: 100_000 },
);
const retrying = watched(
  jobAfter(
    'iiiiiiii',
    {},
    [100, STARTED],
    [2, { type: 'job.retrying', reason: 'broker_lost', message: 'x', attempt: 2, of: 3, retryAt: ago(-4) }],
  ),
);

test.each<[string, WatchedJob | undefined, string, string]>([
  ['that runs a command', testing, 'verifying 12:07', '$ npm test -- login (0:42)'],
  ['that asks', asking, 'asking 5:00', 'a command: make install · the idle clock ends it in 0:59'],
  ['that waits for another one', waiting, 'waiting 10:00', 'for bbbbbbbb: writes to the same working tree'],
  ['that waits for its turn', queued, 'queued 0:12', 'number 3 in the queue'],
  ['that is silent', silent, 'starting 1:40', 'no progress for 1:12'],
  ['whose time is nearly up', late, 'starting 1:40', 'the hard clock ends it in 0:42'],
  ['that is stopped by a clock', stopping, 'stopping 1:40', 'idle_timeout'],
])('a job %s', (_what, job, what, more) => {
  const jobs = job === undefined ? [] : [job];
  expect(statusOf({ jobs, count: null, codexStarts: false }, NOW)).toEqual([what, more]);
});

test('a job that is to be tried again says which attempt is due, and when', () => {
  expect(statusOf({ jobs: [retrying], count: null, codexStarts: false }, NOW)?.[1]).toBe('attempt 2 of 1 in 0:04');
});

test('as long as Codex starts, that is what a job waits for; one that runs is not concerned', () => {
  expect(statusOf({ jobs: [queued], count: null, codexStarts: true }, NOW)).toEqual(['Starting Codex 0:12', '']);
  expect(statusOf({ jobs: testing ? [testing] : [], count: null, codexStarts: true }, NOW)?.[0]).toBe(
    'verifying 12:07',
  );
});

test('of several jobs that are waited for it is said which one, and how many go on', () => {
  const jobs = [testing, waiting, failed, done].flatMap((job) => job ?? []);
  expect(statusOf({ jobs: jobs.slice(0, 1), count: 1, codexStarts: false }, NOW)).toEqual([
    'aaaaaaaa verifying 12:07',
    '$ npm test -- login (0:42)',
  ]);
  expect(statusOf({ jobs, count: 4, codexStarts: false }, NOW)).toEqual([
    '2 of 4 jobs go on',
    'aaaaaaaa verifying 12:07 · $ npm test -- login (0:42)',
  ]);
});

test('when all have ended there is nothing to say', () => {
  expect(statusOf({ jobs: done ? [done] : [], count: 1, codexStarts: false }, NOW)).toBeNull();
  expect(statusOf({ jobs: [], count: null, codexStarts: false }, NOW)).toBeNull();
});
