import { expect, test } from 'vitest';
import { git, writeFiles } from '../support/git.ts';
import { startRig } from '../support/rig.ts';
import { promptsAtCodex, turnStarts } from './codex-side.ts';
import { background, ended, failed, recordOf, statusOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

test('a failed task is handed over again with the same request, goes on with its thread, and names the old one', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const old = await background(rig, SCRIPTED, [
    '--write',
    '--effort',
    'low',
    '--timeout',
    '20m',
    '--idle-timeout',
    '7m',
  ]);
  (await nextTurn()).send({ do: 'fail', message: 'no luck' });
  const before = await failed(rig, old);

  const again = rig.start(['retry', old, '--idle-timeout', '9m']);
  (await nextTurn()).send({ do: 'finish', text: 'this time' });
  expect((await again.exited).code).toBe(0);
  expect(again.stdout()).toBe('this time\n');
  expect(again.stderr()).toContain(`Retry of ${old}, on its Codex thread ${before.threadId}`);

  const id = /Job (task-\S+)/u.exec(again.stderr())?.[1] ?? '';
  expect(id).not.toBe(old);
  const record = recordOf(rig, id);
  expect(record).toMatchObject({
    retryOf: old,
    threadId: before.threadId,
    title: before.title,
    summary: before.summary,
  });
  expect(record?.request).toEqual({
    ...before.request,
    resumeThreadId: before.threadId,
    clocks: { ...before.request.clocks, idleMs: 540_000 },
  });
  expect(promptsAtCodex(rig)).toEqual([SCRIPTED, SCRIPTED]);
  expect(new Set(turnStarts(rig).map(({ threadId }) => threadId)).size).toBe(1);
  expect(await statusOf(rig, id)).toMatchObject({ retryOf: old });
  expect((await rig.run(['status', id])).stdout).toContain(`  Retry of: ${old}`);
  expect((await rig.run(['explain', id])).stdout).toContain(`retry of ${old}`);
  expect(await rig.json(['explain', id])).toMatchObject({ retryOf: old });
});

test('a retry that is to be fresh has a thread of its own; a cancelled job can be retried in the background', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const old = await background(rig, SCRIPTED);
  await nextTurn();
  await rig.run(['cancel', old]);

  const { jobId } = await rig.json<{ jobId: string }>(['retry', old, '--fresh', '--background']);
  (await nextTurn()).send({ do: 'finish' });
  const after = await ended(rig, jobId);

  expect(after).toMatchObject({ status: 'completed', retryOf: old });
  expect(after.threadId).not.toBe(recordOf(rig, old)?.threadId);
});

test('what completed is retried with --force only, and what has not ended not at all', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const done = await background(rig, 'say hello');
  await ended(rig, done);
  const running = await background(rig, SCRIPTED);
  const turn = await nextTurn();

  for (const [id, why] of [
    [done, 'it has completed'],
    [running, 'it is running'],
  ] as const) {
    const { code, stdout, stderr } = await rig.run(['retry', id]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`Cannot retry ${id}: ${why} (`);
  }
  expect(await rig.run(['retry', 'nope'])).toMatchObject({ code: 3 });
  expect(await rig.run(['retry', done, '--force'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  turn.send({ do: 'finish' });
  await ended(rig, running);
});

test('a review is retried as a review, on a thread of its own', async () => {
  const rig = await startRig();
  git(rig.workspace, 'init', '--quiet');
  writeFiles(rig.workspace, { 'new.txt': 'new\n' });
  const { jobId } = await rig.json<{ jobId: string }>(['review', '--background']);
  const first = await ended(rig, jobId);

  const { code, stdout } = await rig.run(['retry', jobId, '--force']);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^# Codex Review\n/u);
  const reviews = (await rig.json<{ latestFinished: { threadId: string; retryOf: string } }>(['status']))
    .latestFinished;
  expect(reviews).toMatchObject({ kind: 'review', retryOf: jobId });
  expect(reviews.threadId).not.toBe(first.threadId);
});
