import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { JobCalls } from '../../src/broker/job-calls.ts';
import { SERVER_OVERLOADED } from '../../src/codex/reasons.ts';
import { RpcError } from '../../src/rpc/message.ts';
import { Peer } from '../../src/rpc/peer.ts';
import { deferred } from '../../src/util/deferred.ts';
import { faultOfCall } from '../../src/workers/call-fault.ts';
import type { ToThread } from '../../src/workers/port.ts';

const open = { type: 'call', callId: 1, method: 'thread/resume', params: { threadId: 't' } } as const;
const begin = { ...open, method: 'turn/start' } as const;

/** The calls of a job at an app-server whose answer to the opening of a thread, or of a turn, the test gives. */
function calls(requestTimeoutMs = 10_000) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const options = { jsonrpc: false, maxLineBytes: 1_000_000 };
  const asked: string[] = [];
  const opened = deferred<unknown>();
  const unsubscribed = deferred<void>();
  const onRequest = async (method: string) => {
    asked.push(method);
    if (method === 'thread/unsubscribe') unsubscribed.resolve();
    return method === open.method || method === begin.method ? opened.promise : {};
  };
  const far = new Peer({ readable: up, writable: down }, { ...options, name: 'the broker', onRequest });
  const peer = new Peer({ readable: down, writable: up }, { ...options, requestTimeoutMs, name: 'the app-server' });
  onTestFinished(() => {
    peer.destroy();
    far.destroy();
  });
  const claimed: string[] = [];
  const posted: ToThread[] = [];
  const host = {
    claim: (id: string) => void claimed.push(id),
    isTaken: (id: string) => claimed.includes(id),
    post: (message: ToThread) => void posted.push(message),
  };
  return { jobCalls: new JobCalls(peer, host), peer, asked, opened, unsubscribed, claimed, posted };
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

test('a turn that starts when its job is over is ended, and its thread given back', async () => {
  const { jobCalls, asked, opened, unsubscribed } = calls();
  const call = jobCalls.call(begin);
  jobCalls.stop();
  jobCalls.end();

  opened.resolve({ turn: { id: 'turn' } });
  await call;
  await unsubscribed.promise;

  expect(asked.slice(0, 2)).toEqual(['turn/start', 'turn/interrupt']);
  expect(asked.at(-1)).toBe('thread/unsubscribe');
});

test.each([
  ['a thread that opens', open, { thread: { id: 't' } }],
  ['a turn that starts', begin, { turn: { id: 'turn' } }],
])('%s after the deadline of its call is not left behind', async (_what, call, result) => {
  const { jobCalls, asked, opened, unsubscribed, claimed, posted } = calls(20);
  await jobCalls.call(call);
  jobCalls.end();
  expect(posted).toMatchObject([{ type: 'callFailed', error: { kind: 'deadline' } }]);

  opened.resolve(result);
  await unsubscribed.promise;

  expect(claimed).toEqual([]);
  expect(asked.includes('turn/interrupt')).toBe(call === begin);
});

test('a turn that starts late on a thread that another job has taken up meanwhile is left to that one', async () => {
  const { jobCalls, peer, asked, opened, claimed } = calls(20);
  await jobCalls.call(begin);
  jobCalls.end();
  claimed.push('t');
  opened.resolve({ turn: { id: 'turn' } });
  await peer.request('ping');
  await peer.request('ping');

  expect(asked).toEqual(['turn/start', 'ping', 'ping']);
});

test('what an app-server had no time for is not asked again after the job was told to stop', async () => {
  const { jobCalls, peer, asked, opened } = calls();
  const call = jobCalls.call(begin);
  opened.reject(new RpcError(SERVER_OVERLOADED, 'Server overloaded; retry later'));
  // Answers come in order: after the second of these, the first one of the call has been read.
  await peer.request('ping');
  await peer.request('ping');
  jobCalls.stop();
  await call;

  expect(asked).toEqual(['turn/start', 'ping', 'ping']);
});

test('a refusal comes with all that Codex says of it: the job fails for that reason', async () => {
  const { jobCalls, opened, posted } = calls();
  opened.reject(new RpcError(-32600, 'Log in first', { codexErrorInfo: 'unauthorized' }));
  await jobCalls.call(open);

  const [answer] = posted;
  if (answer?.type !== 'callFailed') throw new Error(`Unexpected answer: ${JSON.stringify(posted)}`);
  expect(faultOfCall(open.method, answer.error)).toMatchObject({ reason: 'unauthorized' });
});
