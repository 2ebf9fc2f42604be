import { describe, expect, test } from 'vitest';
import type { JobRequest } from '../../../src/contract/job.ts';
import { runTask } from '../../../src/workers/tasks/task.ts';
import { message, notices, ROOT, TURN } from '../../codex/turn.ts';
import { queuedJob } from '../../status/jobs.ts';
import { linked, notificationsOf } from '../broker-end.ts';

const THREAD = { thread: { id: ROOT }, model: 'gpt-5.5', reasoningEffort: 'medium', sandbox: { type: 'readOnly' } };

function run(change: Partial<JobRequest> = {}) {
  const broker = linked();
  const job = queuedJob();
  const request = { ...job.request, prompt: 'find "the" `bug`\n', ...change };
  const outcome = runTask(
    {
      jobId: job.id,
      kind: 'task',
      cwd: '/repo',
      threadName: 'Codex Companion Task: x',
      request,
      codexVersion: '1.2.3',
    },
    broker.link,
  );
  const answer = async (method: string, result: unknown) => {
    const { callId } = await broker.call(method);
    broker.post({ type: 'result', callId, result });
  };
  const notify = (...list: Array<{ method: string; params: unknown }>) => broker.post(notificationsOf(list));
  return { ...broker, outcome, answer, notify };
}

describe('a task', () => {
  test('starts a thread and its turn, names the thread, and ends with the answer', async () => {
    const { call, answer, notify, outcome, reports } = run();
    expect((await call('thread/start')).params).toEqual({
      cwd: '/repo',
      approvalPolicy: 'never',
      sandbox: 'read-only',
      ephemeral: false,
    });
    await answer('thread/start', THREAD);
    expect((await call('turn/start')).params).toEqual({
      threadId: ROOT,
      input: [{ type: 'text', text: 'find "the" `bug`\n', text_elements: [] }],
    });
    expect((await call('thread/name/set')).params).toEqual({ threadId: ROOT, name: 'Codex Companion Task: x' });
    await answer('turn/start', { turn: { id: TURN } });
    notify(notices.itemCompleted(message('found it')), notices.turnCompleted());
    await expect(outcome).resolves.toEqual({ status: 'completed', finalMessage: 'found it' });
    expect(reports()).toMatchObject([
      {
        type: 'threadReady',
        threadId: ROOT,
        resolved: { model: 'gpt-5.5', effort: 'medium', sandbox: 'read-only', codexVersion: '1.2.3' },
      },
      { type: 'turnStarted', turnId: TURN },
      { type: 'facts' },
    ]);
  });

  test('resumes the thread it is told to, with its settings, and does not rename it', async () => {
    const { call, called, answer, outcome, notify } = run({
      resumeThreadId: ROOT,
      sandbox: 'workspace-write',
      model: 'gpt-x',
      effort: 'high',
    });
    expect((await call('thread/resume')).params).toEqual({
      cwd: '/repo',
      approvalPolicy: 'never',
      sandbox: 'workspace-write',
      model: 'gpt-x',
      threadId: ROOT,
      excludeTurns: true,
    });
    await answer('thread/resume', THREAD);
    expect((await call('turn/start')).params).toMatchObject({ model: 'gpt-x', effort: 'high' });
    await answer('turn/start', { turn: { id: TURN } });
    notify(notices.turnCompleted());
    await expect(outcome).resolves.toMatchObject({ status: 'completed' });
    expect(called()).toEqual(['thread/resume', 'turn/start']);
  });

  test('does its work also when the thread cannot be named', async () => {
    const { call, answer, post, notify, outcome } = run();
    await answer('thread/start', THREAD);
    const { callId } = await call('thread/name/set');
    post({ type: 'callFailed', callId, error: { kind: 'rpc', code: -32601, message: 'unknown' } });
    await answer('turn/start', { turn: { id: TURN } });
    notify(notices.turnCompleted());
    await expect(outcome).resolves.toMatchObject({ status: 'completed' });
  });

  test('that is refused at its start fails with the refusal', async () => {
    const { call, post, outcome } = run();
    const { callId } = await call('thread/start');
    post({ type: 'callFailed', callId, error: { kind: 'rpc', code: -32001, message: 'busy' } });
    await expect(outcome).rejects.toMatchObject({ reason: 'server_overloaded' });
  });
});

describe('a start of the turn that is never answered', () => {
  test('does not hide that the app-server is gone', async () => {
    const { call, answer, post, outcome } = run();
    await answer('thread/start', THREAD);
    await call('turn/start');
    const failed = expect(outcome).rejects.toMatchObject({ reason: 'app_server_exited', message: 'killed' });
    post({ type: 'appServerGone', fault: { reason: 'app_server_exited', message: 'killed' } });
    await failed;
  });

  test('does not hide the end of the turn either', async () => {
    const { call, answer, notify, outcome } = run();
    await answer('thread/start', THREAD);
    await call('turn/start');
    notify(notices.turnStarted(), notices.itemCompleted(message('quick')), notices.turnCompleted());
    await expect(outcome).resolves.toEqual({ status: 'completed', finalMessage: 'quick' });
  });
});

test('notifications that come before the answer of thread/start are not lost', async () => {
  const { call, answer, notify, outcome } = run();
  await call('thread/start');
  notify(notices.turnStarted(), notices.itemCompleted(message('early')), notices.turnCompleted());
  await answer('thread/start', THREAD);
  await expect(outcome).resolves.toEqual({ status: 'completed', finalMessage: 'early' });
});
