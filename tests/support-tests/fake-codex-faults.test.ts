import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { AppServerClient } from '../support/app-server-client.ts';
import { buildDoubles } from '../support/build-doubles.ts';
import { eventually } from '../support/eventually.ts';
import { type FakeControl, startFakeControl } from '../support/fake-codex/control-server.ts';
import { readJournal } from '../support/fake-codex/journal.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { stateOf } from '../support/processes.ts';
import { tempDir } from '../support/temp.ts';

let codex = '';
beforeAll(async () => {
  codex = (await buildDoubles()).fakeCodex;
});

describe('the end of the process', () => {
  test.each([
    ['exit', { do: 'exit', code: 9 }, { code: 9, signal: null }],
    ['crash', { do: 'crash' }, { code: null, signal: 'SIGKILL' }],
  ] as const)('%s ends it in the middle of the turn', async (_name, step, exit) => {
    const client = await startFake();
    await client.startTurn(await client.startThread(), fakePrompt({ do: 'say' }, step));
    expect(await client.process.exited).toEqual(exit);
    expect(client.items('completed').at(-1)).toMatchObject({ type: 'agentMessage', text: 'fake words' });
    expect(client.params('turn/completed')).toEqual([]);
  });

  test.each(['exitAfterTurn', 'completeThenExitAtOnce'])('%s completes the turn, then exits 0', async (step) => {
    const client = await startFake();
    const turn = await client.playTurn(await client.startThread(), `FAKE:${step}`);
    expect(turn).toMatchObject({ status: 'completed', items: [{ text: 'fake answer' }] });
    expect(await client.process.exited).toEqual({ code: 0, signal: null });
  });

  test('freeze stops the process until SIGCONT', async () => {
    const client = await startFake();
    const turnId = await client.startTurn(await client.startThread(), fakePrompt({ do: 'freeze' }));
    await eventually(() => stateOf(client.process.pid) === 'T', { withinMs: 3000, what: 'stopped process' });
    client.process.kill('SIGCONT');
    expect(await client.turnEnd(turnId)).toMatchObject({ status: 'completed' });
  });

  test('stopAnswering reads on, answers nothing, and still ends with stdin', async () => {
    const { client, journal } = await startJournalled();
    await client.startTurn(await client.startThread(), 'FAKE:stopAnswering');
    const probe = client.send('thread/loaded/list', {});
    await eventually(() => journalled(journal, 'thread/loaded/list'), { withinMs: 3000, what: 'probe in the journal' });
    client.process.endInput();
    expect(await client.process.exited).toEqual({ code: 0, signal: null });
    expect(client.messages.some((message) => message.id === probe)).toBe(false);
  });

  test('deaf, it survives the end of stdin and SIGTERM, and dies of SIGKILL', async () => {
    const { client, journal } = await startJournalled();
    await client.startTurn(await client.startThread(), fakePrompt({ do: 'stopAnswering', deaf: true }));
    client.process.endInput();
    await eventually(() => readJournal(journal).some((entry) => entry.kind === 'stdinClosed'), seenWithin('stdin end'));
    client.process.kill('SIGTERM');
    await eventually(() => readJournal(journal).some((entry) => entry.kind === 'signalled'), seenWithin('SIGTERM'));
    expect(stateOf(client.process.pid)).toBe('S');
    client.process.kill('SIGKILL');
    expect(await client.process.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });
});

describe('the opening of a turn', () => {
  test('noTurnStartReply answers nothing and says nothing, and can be interrupted', async () => {
    const client = await startFake();
    const threadId = await client.startThread();
    const input = [{ type: 'text', text: 'FAKE:noTurnStartReply' }];
    const start = client.send('turn/start', { threadId, input });
    await client.request('thread/loaded/list', {});
    expect(client.messages.some((message) => message.id === start || message.method === 'turn/started')).toBe(false);
    await client.request('turn/interrupt', { threadId, turnId: '' });
    expect(await client.seen('turn/completed')).toMatchObject([{ turn: { status: 'interrupted' } }]);
  });

  test('turnStartedBeforeResponse puts turn/started before the response', async () => {
    const client = await startFake();
    const turnId = await client.startTurn(await client.startThread(), 'FAKE:turnStartedBeforeResponse');
    const started = client.messages.findIndex((message) => message.method === 'turn/started');
    const response = client.messages.findIndex((message) => JSON.stringify(message.result ?? {}).includes(turnId));
    expect(started).toBeGreaterThan(-1);
    expect(started).toBeLessThan(response);
  });

  test('refuseTurn is an error response with its code', async () => {
    const client = await startFake();
    await expect(client.startTurn(await client.startThread(), 'FAKE:refuseTurn')).rejects.toThrow(
      '-32001 Server overloaded; retry later.',
    );
  });

  test('after noThreadStartReply no thread starts, and other requests are answered', async () => {
    const client = await startFake();
    await client.playTurn(await client.startThread(), 'FAKE:noThreadStartReply');
    const start = client.send('thread/start', {});
    await client.request('thread/loaded/list', {});
    expect(client.messages.some((message) => message.id === start)).toBe(false);
  });

  test('FAKE_CODEX_THREAD_START refuses every thread', async () => {
    const client = await startFake({ FAKE_CODEX_THREAD_START: 'error:-32001' });
    await expect(client.startThread()).rejects.toThrow('-32001');
  });
});

describe('bytes', () => {
  test('garbage and a long line stand between messages that are whole', async () => {
    const client = await startFake();
    const prompt = fakePrompt({ do: 'garbage', count: 2 }, { do: 'longLine', bytes: 3_000_000 });
    expect(await client.playTurn(await client.startThread(), prompt)).toMatchObject({ status: 'completed' });
    const lines = client.process.stdout().split('\n');
    expect(lines.filter((line) => line === 'this is not JSON')).toHaveLength(2);
    expect(lines.some((line) => line.length === 3_000_000)).toBe(true);
  });

  test('noNewline writes so many bytes and no end of line', async () => {
    const client = await startFake();
    await client.startTurn(
      await client.startThread(),
      fakePrompt({ do: 'noNewline', bytes: 2_500_000 }, { do: 'hang' }),
    );
    await eventually(() => client.process.stdout().length > 2_500_000, seenWithin('2.5 MB'));
    expect(/\nx{2500000}$/u.test(client.process.stdout())).toBe(true);
  });

  test('stderr writes so many bytes', async () => {
    const client = await startFake();
    const prompt = fakePrompt({ do: 'stderr', bytes: 2_000_000 }, { do: 'stderr', text: 'end of it\n' });
    await client.playTurn(await client.startThread(), prompt);
    await client.process.waitForLine(/end of it$/u, 3000);
    expect(client.process.stderr()).toHaveLength(2_000_000 + 'end of it\n'.length);
  });
});

describe('a turn in the hands of a test', () => {
  test('plays step after step, answers each, and ends when told to', async () => {
    const { client, control } = await startControlled();
    const threadId = await client.startThread();
    const turnId = await client.startTurn(threadId, 'FAKE:scripted first');
    const turn = await control.nextTurn(3000);
    expect(turn).toMatchObject({ pid: client.process.pid, threadId, turnId, prompt: 'FAKE:scripted first' });
    expect(await turn.run({ do: 'say', text: 'step one' })).toBe('played');
    expect(client.params('turn/completed')).toEqual([]);
    await expect(turn.run({ do: 'wait', ms: -1 })).rejects.toThrow('Cannot use script');
    expect(await turn.run({ do: 'finish', text: 'told' })).toBe('closed');
    expect(await client.turnEnd(turnId)).toMatchObject({ status: 'completed', items: [{ text: 'told' }] });
  });

  test('two turns are told apart, an interrupt closes its own, a crash the rest', async () => {
    const { client, control } = await startControlled();
    const threads = [await client.startThread(), await client.startThread()];
    for (const threadId of threads) await client.startTurn(threadId, 'FAKE:scripted');
    const [one, two] = [await control.nextTurn(3000), await control.nextTurn(3000)];
    expect([one.threadId, two.threadId].sort()).toEqual([...threads].sort());
    one.send({ do: 'hang' });
    await client.request('turn/interrupt', { threadId: one.threadId, turnId: one.turnId });
    await one.closed;
    expect(await client.turnEnd(one.turnId)).toMatchObject({ status: 'interrupted' });
    expect(await two.run({ do: 'crash' })).toBe('closed');
    expect(await client.process.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });
});

function startFake(extra: Record<string, string> = {}): Promise<AppServerClient> {
  return AppServerClient.start(codex, { env: { PATH: process.env['PATH'], ...extra } });
}

async function startJournalled(): Promise<{ client: AppServerClient; journal: string }> {
  const journal = path.join(tempDir(), 'journal.jsonl');
  return { client: await startFake({ FAKE_CODEX_LOG: journal }), journal };
}

async function startControlled(): Promise<{ client: AppServerClient; control: FakeControl }> {
  const socket = path.join(tempDir(), 'control.sock');
  const control = await startFakeControl(socket);
  onTestFinished(() => control.close());
  return { client: await startFake({ FAKE_CODEX_CONTROL: socket }), control };
}

function journalled(journal: string, method: string): boolean {
  return readJournal(journal).some((entry) => entry.kind === 'received' && entry.message.method === method);
}

function seenWithin(what: string) {
  return { withinMs: 3000, what };
}
