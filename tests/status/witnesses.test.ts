import { expect, test } from 'vitest';
import type { LiveJob } from '../../src/contract/control.ts';
import type { ProcessIdentity } from '../../src/contract/process-identity.ts';
import { witnessesOf } from '../../src/status/witnesses.ts';
import { liveJob, runningJob } from './jobs.ts';

const broker = { bootId: 'boot', pid: 100, startTime: '1' };
const appServer = { bootId: 'boot', pid: 200, startTime: '2' };
const job = runningJob({ broker, appServer });
const frozen = { pid: 200, version: null, state: 'unresponsive', lastAnswerAt: null } as const;

const cases: ReadonlyArray<readonly [string, ReadonlyArray<ProcessIdentity>, LiveJob | null, string | null]> = [
  ['all of them answer', [broker, appServer], liveJob(job), null],
  ['the broker is alive and silent', [broker, appServer], null, 'the broker (pid 100) is alive and does not answer'],
  ['the broker is gone', [appServer], null, 'the broker (pid 100) is gone'],
  ['the app-server is gone', [broker], liveJob(job), 'the app-server (pid 200) is gone'],
  [
    'the app-server is alive and silent',
    [broker, appServer],
    liveJob(job, { appServer: frozen }),
    'the app-server (pid 200) is alive and does not answer',
  ],
];

test.each(cases)('when %s, the verdict says so', (_name, alive, live, why) => {
  const witnesses = witnessesOf(job, { isAlive: (process) => alive.includes(process), live });

  expect(witnesses).toMatchObject({ verdict: why === null ? 'responsive' : 'unresponsive', why });
});

test('each witness has a pid, a start time and its last answer', () => {
  const live = liveJob(job);

  expect(witnessesOf(job, { isAlive: () => true, live })).toMatchObject({
    broker: { ...broker, alive: true, lastAnswerAt: live.answeredAt },
    appServer: { ...appServer, alive: true, state: 'ready', lastAnswerAt: live.appServer.lastAnswerAt },
    worker: { pid: 100, threadNumber: 1, lastReportAt: live.worker?.lastReportAt },
  });
});
