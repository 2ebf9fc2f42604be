import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { JobCalls } from '../../src/broker/job-calls.ts';
import { Peer } from '../../src/rpc/peer.ts';
import { deferred } from '../../src/util/deferred.ts';
import type { ToThread } from '../../src/workers/port.ts';

const open = { type: 'call', callId: 1, method: 'thread/resume', params: { threadId: 't' } } as const;

/** The calls of a job at an app-server whose answer to the opening of a thread the test gives. */
function calls() {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const options = { jsonrpc: false, maxLineBytes: 1_000_000 };
  const asked: string[] = [];
  const opened = deferred<unknown>();
  const unsubscribed = deferred<void>();
  const onRequest = async (method: string) => {
    asked.push(method);
    if (method === 'thread/unsubscribe') unsubscribed.resolve();
    return method === open.method ? opened.promise : {};
  };
  const far = new Peer({ readable: up, writable: down }, { ...options, name: 'the broker', onRequest });
  const peer = new Peer({ readable: down, writable: up }, { ...options, name: 'the app-server' });
  onTestFinished(() => {
    peer.destroy();
    far.destroy();
  });
  const claimed: string[] = [];
  const posted: ToThread[] = [];
  const host = { claim: (id: string) => void claimed.push(id), post: (message: ToThread) => void posted.push(message) };
  return { jobCalls: new JobCalls(peer, host), asked, opened, unsubscribed, claimed, posted };
}

test("a thread that opens is the job's before the job hears of it", async () => {
  const { jobCalls, opened, claimed, posted } = calls();
  opened.resolve({ thread: { id: 't' } });
  await jobCalls.call(open);
  expect({ claimed, posted }).toMatchObject({ claimed: ['t'], posted: [{ type: 'result', callId: 1 }] });
});

test.each([
  ['when the job was told to stop', (jobCalls: JobCalls) => jobCalls.refusePending()],
  ['when the job is over', (jobCalls: JobCalls) => jobCalls.end()],
])('a thread that opens %s is given back', async (_when, stop) => {
  const { jobCalls, asked, opened, unsubscribed, claimed } = calls();
  const call = jobCalls.call(open);
  jobCalls.stop();
  stop(jobCalls);

  opened.resolve({ thread: { id: 't' } });
  await call;
  await unsubscribed.promise;

  expect(claimed).toEqual([]);
  expect(asked).toEqual(['thread/resume', 'thread/backgroundTerminals/clean', 'thread/unsubscribe']);
});
