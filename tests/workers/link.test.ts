import { describe, expect, test } from 'vitest';
import type { Notification } from '../../src/codex/fold.ts';
import { Fault } from '../../src/contract/fault.ts';
import { deferred } from '../../src/util/deferred.ts';
import type { LinkListener } from '../../src/workers/link.ts';
import { eventually } from '../support/eventually.ts';
import { linked, notificationsOf } from './broker-end.ts';

const GONE = { type: 'appServerGone', fault: { reason: 'app_server_exited', message: 'It was killed' } } as const;

class Ear implements LinkListener {
  readonly heard: string[] = [];
  readonly #gone = deferred<Fault>();
  readonly gone: Promise<Fault> = this.#gone.promise;

  onNotifications(list: readonly Notification[]): void {
    this.heard.push(list.map(({ method }) => method).join('+'));
  }

  onAppServerGone(fault: Fault): void {
    this.heard.push(fault.reason);
    this.#gone.resolve(fault);
  }
}

function notifications(...methods: string[]) {
  return notificationsOf(methods.map((method) => ({ method, params: {} })));
}

describe('a call', () => {
  test('is answered by its number, in whatever order answers come', async () => {
    const { link, call, post } = linked();
    const first = link.call('thread/start', { cwd: '/a' });
    const second = link.call('turn/start', { threadId: 't', input: [] });
    const { callId: firstId, params } = await call('thread/start');
    const { callId: secondId } = await call('turn/start');
    expect(params).toEqual({ cwd: '/a' });
    post({ type: 'result', callId: 99, result: 'nobody asked' });
    post({ type: 'result', callId: secondId, result: { turn: { id: 'turn-1' } } });
    post({ type: 'result', callId: firstId, result: { thread: { id: 'thread-1' }, sandbox: { type: 'readOnly' } } });
    await expect(first).resolves.toMatchObject({ thread: { id: 'thread-1' }, sandbox: 'read-only', model: null });
    await expect(second).resolves.toMatchObject({ turn: { id: 'turn-1' } });
  });

  test('whose answer cannot be read fails as a breach of protocol that names the method', async () => {
    const { link, call, post } = linked();
    const answer = link.call('turn/start', { threadId: 't', input: [] });
    post({ type: 'result', callId: (await call('turn/start')).callId, result: { turn: {} } });
    await expect(answer).rejects.toMatchObject({
      reason: 'protocol_error',
      message: expect.stringContaining('Cannot read the app-server\'s answer to "turn/start"'),
    });
  });

  test('that is refused fails with the fault of the refusal', async () => {
    const { link, call, post } = linked();
    const answer = link.call('thread/resume', { threadId: 't' });
    const { callId } = await call('thread/resume');
    post({ type: 'callFailed', callId, error: { kind: 'deadline', message: 'No answer' } });
    await expect(answer).rejects.toMatchObject({ reason: 'start_timeout', message: 'No answer' });
  });

  test('that waits when the app-server goes fails with that; a later one fails at once', async () => {
    const { link, call, post, taken } = linked();
    const waiting = link.call('turn/start', { threadId: 't', input: [] });
    await call('turn/start');
    post(GONE);
    await expect(waiting).rejects.toEqual(new Fault('app_server_exited', 'It was killed'));
    await expect(link.call('thread/start', {})).rejects.toMatchObject({ reason: 'app_server_exited' });
    expect(taken()).toEqual([]);
  });
});

describe('a listener', () => {
  test('says of each message that it was read, also of those that came before it', async () => {
    const { link, post, read } = linked();
    post(notifications('a', 'b'));
    await eventually(() => read() === 1, { what: 'the first to be read', withinMs: 2_000 });
    link.listen(new Ear());
    post(notifications('c'));
    await eventually(() => read() === 2, { what: 'the second to be read', withinMs: 2_000 });
  });

  test('hears first what came before it, then the rest, in order', async () => {
    const { link, call, post } = linked();
    const opened = link.call('thread/start', {});
    post(notifications('a', 'b'));
    post(notifications('c'));
    post({ type: 'result', callId: (await call('thread/start')).callId, result: { thread: { id: 't' } } });
    await opened;
    const ear = new Ear();
    link.listen(ear);
    expect(ear.heard).toEqual(['a+b+c']);
    post(notifications('d'));
    post(GONE);
    await ear.gone;
    expect(ear.heard).toEqual(['a+b+c', 'd', 'app_server_exited']);
  });

  test('that comes after the end of the app-server hears of it, after everything before', async () => {
    const { link, post } = linked();
    const lost = link.call('thread/start', {});
    post(notifications('last words'));
    post(GONE);
    await expect(lost).rejects.toThrow('It was killed');
    const ear = new Ear();
    link.listen(ear);
    expect(ear.heard).toEqual(['last words', 'app_server_exited']);
  });
});

test('reports go to the broker as they are, empty ones not at all', () => {
  const { link, taken } = linked();
  const resolved = { model: 'm', effort: null, sandbox: null, approvalPolicy: null, codexVersion: null };
  link.threadReady('t', resolved);
  link.turnStarted('u');
  link.report([]);
  link.report([{ kind: 'streamed' }]);
  expect(taken()).toEqual([
    { type: 'threadReady', threadId: 't', resolved },
    { type: 'turnStarted', turnId: 'u' },
    { type: 'facts', facts: [{ kind: 'streamed' }] },
  ]);
});

test('more facts than the bus takes in one piece go in several, in order', () => {
  const { link, taken } = linked();
  const said = (text: string) => ({ kind: 'messageCompleted', text }) as const;
  const facts = Array.from({ length: 5 }, (_, n) => said(`${n}${'x'.repeat(20_000)}`));
  link.report(facts);
  const lists = taken().flatMap((message) => (message.type === 'facts' ? [message.facts] : []));
  expect(lists.map((list) => list.length)).toEqual([3, 2]);
  expect(lists.flat()).toEqual(facts);
});

test('a line that is no JSON goes back, and what came with it is heard', async () => {
  const { link, post, reports } = linked();
  const ear = new Ear();
  link.listen(ear);
  post({ type: 'notifications', lines: ['{"method":"a"}', '{"method":"item/started","params":{', '{"method":"b"}'] });
  await eventually(() => ear.heard.length > 0, { what: 'what could be read', withinMs: 2_000 });
  expect(ear.heard).toEqual(['a+b']);
  expect(reports()).toEqual([{ type: 'garbage', line: '{"method":"item/started","params":{' }]);
});
