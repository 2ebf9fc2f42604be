import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { AppServerClient } from '../support/app-server-client.ts';
import { buildDoubles } from '../support/build-doubles.ts';
import { eventuallyHolds } from '../support/eventually.ts';
import { readJournal, received } from '../support/fake-codex/journal.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { spawnCaptured } from '../support/process.ts';
import { processesWithEnv } from '../support/processes.ts';
import { tempDir } from '../support/temp.ts';

let codex = '';
beforeAll(async () => {
  codex = (await buildDoubles()).fakeCodex;
});

describe('the process', () => {
  test('codex --version names the fake', () => {
    const { stdout, status } = spawnSync(codex, ['--version'], { encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: 'codex-cli 0.0.0-fake\n', status: 0 });
  });

  test('any other command is refused', () => {
    expect(spawnSync(codex, ['login'], { encoding: 'utf8' })).toMatchObject({ status: 2, stdout: '' });
  });

  test('ends with 0 when stdin closes, also in the middle of a turn', async () => {
    const client = await startFake();
    await client.startTurn(await client.startThread(), 'FAKE:hang');
    client.process.endInput();
    expect(await client.process.exited).toEqual({ code: 0, signal: null });
  });

  test('ends with 0 on SIGTERM', async () => {
    const client = await startFake();
    client.process.kill('SIGTERM');
    expect(await client.process.exited).toEqual({ code: 0, signal: null });
  });

  test('writes down its start and every message that it received', async () => {
    const journal = path.join(tempDir(), 'journal.jsonl');
    const client = await startFake({ FAKE_CODEX_LOG: journal, CODEX_HOME: '/nowhere' });
    await client.request('thread/loaded/list', { marker: 7 });
    const [started] = readJournal(journal);
    expect(started).toMatchObject({ kind: 'started', pid: client.process.pid, argv: ['app-server'] });
    expect(started).toMatchObject({ env: { CODEX_HOME: '/nowhere' } });
    expect(received(journal, 'thread/loaded/list')).toMatchObject([{ params: { marker: 7 } }]);
  });
});

describe('starting', () => {
  test('exit:<code> ends before a word is read', async () => {
    const child = spawnCaptured(codex, ['app-server'], { env: environment({ FAKE_CODEX_START: 'exit:7' }) });
    expect(await child.exited).toEqual({ code: 7, signal: null });
    expect(child.stderr()).toContain('told to exit with 7');
  });

  test('error refuses initialize', async () => {
    await expect(startFake({ FAKE_CODEX_START: 'error' })).rejects.toThrow('-32603 fake: told not to initialize');
  });

  test('slow:<ms> answers initialize after that time', async () => {
    const startAt = performance.now();
    await startFake({ FAKE_CODEX_START: 'slow:300' });
    expect(performance.now() - startAt).toBeGreaterThanOrEqual(300);
  });

  test('garbage answers with lines that are not JSON', async () => {
    const child = spawnCaptured(codex, ['app-server'], { env: environment({ FAKE_CODEX_START: 'garbage' }) });
    child.write('{"id":1,"method":"initialize","params":{}}\n');
    await child.waitForLine(/^%%% fake %%%$/u, 3000);
  });

  test('never and a behaviour file: unanswered at first, normal once the file is empty', async () => {
    const file = path.join(tempDir(), 'behaviour');
    writeFileSync(file, 'never');
    const client = new AppServerClient(
      spawnCaptured(codex, ['app-server'], { env: environment({ FAKE_CODEX_START: `@${file}` }) }),
    );
    const params = { clientInfo: { name: 'tests', version: '0' } };
    const unanswered = client.send('initialize', params);
    await client.exchange('thread/loaded/list', {});
    writeFileSync(file, '');
    await client.request('initialize', params);
    expect(client.messages.some((message) => message.id === unanswered)).toBe(false);
  });
});

describe('the protocol', () => {
  test('refuses with the codes of the real one', async () => {
    const client = new AppServerClient(spawnCaptured(codex, ['app-server'], { env: environment() }));
    const info = { clientInfo: { name: 'tests', version: '0' } };
    expect(await client.exchange('thread/start', {})).toMatchObject({
      error: { code: -32600, message: 'Not initialized' },
    });
    const initialized = await client.exchange('initialize', info);
    expect(initialized).toMatchObject({ result: { userAgent: expect.stringMatching(/^tests\/0\.0\.0-fake /u) } });
    expect(initialized).not.toHaveProperty('jsonrpc');
    expect(await client.exchange('initialize', info)).toMatchObject({ error: { message: 'Already initialized' } });
    expect(await client.exchange('no/such', {})).toMatchObject({ error: { code: -32601 } });
    expect(await client.exchange('thread/resume', { threadId: 'X' })).toMatchObject({
      error: { code: -32600, message: 'no rollout found for thread id X' },
    });
    client.raw({ id: 'text', method: 'thread/loaded/list' });
    await client.process.waitForLine(/missing field `params`"\},"id":"text"/u, 3000);
  });

  test('FAKE_CODEX_MINIMAL leaves out what a job can do without', async () => {
    const client = await startFake({ FAKE_CODEX_MINIMAL: '1' });
    const threadId = await client.startThread();
    for (const method of ['thread/loaded/list', 'thread/backgroundTerminals/clean']) {
      expect(await client.exchange(method, { threadId })).toMatchObject({ error: { code: -32601 } });
    }
  });

  test('a plain prompt is answered "fake answer", with the notifications of the real one in their order', async () => {
    const client = await startFake();
    const threadId = await client.startThread({ cwd: '/' });
    const turn = await client.playTurn(threadId, 'hello');
    expect(turn).toMatchObject({ status: 'completed', error: null, items: [{ text: 'fake answer' }] });
    expect(client.messages.slice(client.messages.findIndex((m) => m.id === 3)).map((m) => m.method)).toEqual([
      undefined,
      'thread/status/changed',
      'turn/started',
      'item/started',
      'item/completed',
      'item/started',
      'item/completed',
      'thread/tokenUsage/updated',
      'thread/status/changed',
      'turn/completed',
    ]);
  });

  test('notifications that the client opted out of are not sent', async () => {
    const client = await startFake({}, { optOutNotificationMethods: ['item/started'] });
    await client.playTurn(await client.startThread(), 'hello');
    expect(client.params('item/started')).toEqual([]);
    expect(client.params('item/completed')).toHaveLength(2);
  });

  test('turn/start on a busy thread is a steer: the same turn comes back', async () => {
    const client = await startFake();
    const threadId = await client.startThread();
    const first = await client.startTurn(threadId, 'FAKE:hang');
    expect(await client.startTurn(threadId, 'more')).toBe(first);
  });

  test('a persistent thread is known to the next process of the same CODEX_HOME, an ephemeral one is not', async () => {
    const CODEX_HOME = tempDir();
    const first = await startFake({ CODEX_HOME });
    const kept = await first.startThread();
    const lost = await first.startThread({ ephemeral: true });
    await first.request('thread/name/set', { threadId: kept, name: 'Named' });
    first.process.kill('SIGKILL');
    await first.process.exited;

    const second = await startFake({ CODEX_HOME });
    expect(await second.exchange('turn/start', { threadId: kept, input: [] })).toMatchObject({
      error: { message: `thread not found: ${kept}` },
    });
    expect(await second.request('thread/resume', { threadId: kept })).toMatchObject({
      thread: { id: kept, name: 'Named' },
    });
    expect(await second.playTurn(kept, 'go on')).toMatchObject({ status: 'completed' });
    await expect(second.request('thread/resume', { threadId: lost })).rejects.toThrow('no rollout found');
  });
});

describe('turns', () => {
  test('items are started, streamed and completed', async () => {
    const client = await startFake();
    const prompt = fakePrompt(
      { do: 'say', text: 'abcdef', deltas: 3 },
      { do: 'reason', summary: ['one', 'two'] },
      { do: 'command', command: 'ls', output: 'a\n', exitCode: 3 },
      { do: 'fileChange', path: 'x.txt' },
      { do: 'tool', tool: 'search' },
      { do: 'rateLimits', usedPercent: 90 },
      { do: 'finish', text: 'all done' },
    );
    const turn = await client.playTurn(await client.startThread(), `Please:\n${prompt}\nthank you`);
    expect(turn.items.map((item) => item.text)).toEqual(['all done']);
    expect(client.params('item/agentMessage/delta').map((params) => params['delta'])).toEqual(['ab', 'cd', 'ef']);
    const kinds = ['userMessage', 'agentMessage', 'reasoning', 'commandExecution', 'fileChange', 'mcpToolCall'];
    for (const moment of ['started', 'completed'] as const) {
      expect(client.items(moment).map((item) => item.type)).toEqual([...kinds, 'agentMessage']);
    }
    expect(client.items('completed')[3]).toMatchObject({ status: 'failed', exitCode: 3, aggregatedOutput: 'a\n' });
    expect(client.params('account/rateLimits/updated')).toHaveLength(1);
  });

  test('an interrupt is answered, and the turn ends interrupted', async () => {
    const client = await startFake();
    const threadId = await client.startThread();
    const turnId = await client.startTurn(threadId, 'FAKE:hang');
    await expect(client.request('turn/interrupt', { threadId, turnId: 'other' })).rejects.toThrow(
      `expected active turn id other but found ${turnId}`,
    );
    expect(await client.request('turn/interrupt', { threadId, turnId })).toEqual({});
    expect(await client.turnEnd(turnId)).toMatchObject({ status: 'interrupted', items: [], error: null });
    await expect(client.request('turn/interrupt', { threadId, turnId })).rejects.toThrow('no active turn to interrupt');
    expect(await client.request('turn/interrupt', { threadId, turnId: '' })).toEqual({});
  });

  test('hangHard leaves the interrupt unanswered while other requests are answered', async () => {
    const client = await startFake();
    const threadId = await client.startThread();
    const turnId = await client.startTurn(threadId, 'FAKE:hangHard');
    const interrupt = client.send('turn/interrupt', { threadId, turnId });
    await client.request('thread/loaded/list', {});
    expect(client.messages.some((message) => message.id === interrupt)).toBe(false);
  });

  test('completeWhenInterrupted completes all the same', async () => {
    const client = await startFake();
    const threadId = await client.startThread();
    const turnId = await client.startTurn(threadId, fakePrompt({ do: 'completeWhenInterrupted' }, { do: 'hang' }));
    await client.request('turn/interrupt', { threadId, turnId: '' });
    expect(await client.turnEnd(turnId)).toMatchObject({ status: 'completed', items: [{ text: 'fake late answer' }] });
  });

  test('fail announces a final error and ends failed', async () => {
    const client = await startFake();
    const prompt = fakePrompt({ do: 'fail', message: 'no more', codexErrorInfo: 'usageLimitExceeded' });
    const turn = await client.playTurn(await client.startThread(), prompt);
    expect(turn).toMatchObject({
      status: 'failed',
      error: { message: 'no more', codexErrorInfo: 'usageLimitExceeded' },
    });
    expect(client.params('error')).toMatchObject([{ willRetry: false, turnId: turn.id }]);
  });

  test('errors say which thread they belong to', async () => {
    const client = await startFake();
    const threadId = await client.startThread();
    const prompt = fakePrompt(
      { do: 'subagent' },
      { do: 'error', willRetry: true, times: 2 },
      { do: 'error', thread: 'child' },
      { do: 'error', thread: 'other' },
    );
    expect(await client.playTurn(threadId, prompt)).toMatchObject({ status: 'completed' });
    const [one, two, child, other] = client.params('error');
    expect([one, two]).toMatchObject([
      { threadId, willRetry: true },
      { threadId, willRetry: true },
    ]);
    expect(new Set([threadId, child?.['threadId'], other?.['threadId']]).size).toBe(3);
  });

  test('errorThenNothing never completes, but can be interrupted', async () => {
    const client = await startFake();
    const threadId = await client.startThread();
    const turnId = await client.startTurn(threadId, 'FAKE:errorThenNothing');
    await client.seen('error');
    expect(client.params('turn/completed')).toEqual([]);
    await client.request('turn/interrupt', { threadId, turnId });
    expect(await client.turnEnd(turnId)).toMatchObject({ status: 'interrupted' });
  });

  test('interruptedByItself ends interrupted without an interrupt', async () => {
    const client = await startFake();
    expect(await client.playTurn(await client.startThread(), 'FAKE:interruptedByItself')).toMatchObject({
      status: 'interrupted',
    });
  });

  test('a child outlives the turn and is interrupted by its own thread id', async () => {
    const client = await startFake();
    const prompt = fakePrompt({ do: 'subagent', outlive: true, never: true });
    const turn = await client.playTurn(await client.startThread(), prompt);
    const child = client.params('turn/started').find((params) => params['threadId'] !== undefined && isChild(params));
    const threadId = child?.['threadId'];
    expect(client.items('completed')).toContainEqual(
      expect.objectContaining({ type: 'collabAgentToolCall', receiverThreadIds: [threadId] }),
    );
    await client.request('turn/interrupt', { threadId, turnId: '' });
    const [, ended] = await client.seen('turn/completed', 2);
    expect(ended).toMatchObject({ threadId, turn: { status: 'interrupted', rootTurnId: turn.id } });
  });

  test('flood sends every command with a text of its own', async () => {
    const client = await startFake();
    await client.playTurn(await client.startThread(), fakePrompt({ do: 'flood', count: 3000 }));
    const outputs = new Set(client.items('completed').map((item) => item['aggregatedOutput']));
    for (let i = 0; i < 3000; i += 1) expect(outputs.has(`out-${i}`)).toBe(true);
  });

  test('pulse sends every warning, each with a later moment than the one before', async () => {
    const client = await startFake();
    await client.playTurn(await client.startThread(), fakePrompt({ do: 'pulse', perSecond: 500, ms: 100 }));
    const pulses = client.params('warning').map((params) => String(params['message']).split(' '));
    expect(pulses.map(([, n]) => n)).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
    const moments = pulses.map(([, , sentAtMs]) => Number(sentAtMs));
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });

  test('a command with a real process leaves it running until the background terminals are cleaned', async () => {
    const tag = randomUUID();
    const journal = path.join(tempDir(), 'journal.jsonl');
    const client = await startFake({ FAKE_CODEX_LOG: journal, RUN_TAG: tag });
    const threadId = await client.startThread();
    const turnId = await client.startTurn(threadId, fakePrompt({ do: 'command', sleepS: 60, never: true }));
    await client.seen('item/started', 2);
    await client.request('turn/interrupt', { threadId, turnId });
    await client.turnEnd(turnId);
    const child = readJournal(journal).find((entry) => entry.kind === 'spawned')?.child;
    expect(processesWithEnv('RUN_TAG', tag).map((found) => found.pid)).toContain(child);
    await client.request('thread/backgroundTerminals/clean', { threadId });
    await eventuallyHolds(
      () => processesWithEnv('RUN_TAG', tag).map((found) => found.pid),
      (pids) => pids.length === 1 && pids[0] === client.process.pid,
      { withinMs: 3000, what: 'end of the sleeping command' },
    );
    expect(client.items('completed').at(-1)).toMatchObject({ status: 'failed', exitCode: -1 });
  });

  test('an approval is waited for, its answer reported, and "cancel" interrupts', async () => {
    const client = await startFake();
    const threadId = await client.startThread();
    const answers = [
      ['accept', { result: { decision: 'accept' } }, 'completed', 'completed'],
      ['decline', { result: { decision: 'decline' } }, 'completed', 'declined'],
      ['error', { error: { code: -32601, message: 'no' } }, 'completed', 'failed'],
      ['cancel', { result: { decision: 'cancel' } }, 'interrupted', 'declined'],
    ] as const;
    for (const [id, [decision, answer, status, itemStatus]] of answers.entries()) {
      const turnId = await client.startTurn(threadId, 'FAKE:approval');
      const asked = await client.serverRequest(id);
      expect(asked.method).toBe('item/commandExecution/requestApproval');
      client.raw({ id, ...answer });
      const turn = await client.turnEnd(turnId);
      const reported = status === 'completed' ? `fake answer\nrequest 0: ${decision}` : undefined;
      expect([turn.status, turn.items[0]?.text]).toEqual([status, reported]);
      const command = client.items('completed').findLast((item) => item.type === 'commandExecution');
      expect(command).toMatchObject({ status: itemStatus });
    }
    expect(client.params('serverRequest/resolved').map((params) => params['requestId'])).toEqual([0, 1, 2, 3]);
  });

  test('a script that cannot be played is said on stderr and fails the turn', async () => {
    const client = await startFake();
    const threadId = await client.startThread();
    const turn = await client.playTurn(threadId, 'FAKE{"do":[{"do":"wait","mss":1}]}');
    expect(turn).toMatchObject({ status: 'failed', error: { message: expect.stringContaining('mss') } });
    await client.process.waitForLine(/fake-codex: Cannot use script .*mss/u, 3000);
    expect(await client.playTurn(threadId, 'FAKE:dance')).toMatchObject({ status: 'failed' });
  });
});

function isChild(params: Record<string, unknown>): boolean {
  const turn = JSON.stringify(params['turn']);
  return /"id":"([^"]+)","rootTurnId":"(?!\1)/u.test(turn);
}

function environment(extra: Record<string, string> = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', ...extra };
}

function startFake(extra: Record<string, string> = {}, capabilities: object = {}): Promise<AppServerClient> {
  return AppServerClient.start(codex, { env: environment(extra) }, capabilities);
}
