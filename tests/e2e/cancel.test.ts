import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventuallyHolds } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { stubPrompt } from '../support/model-stub/steps.ts';
import { isRunning } from '../support/processes.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { interrupts } from './codex-side.ts';
import { background, ended, inTurn, runsCommand, statusOf } from './records.ts';

test('cancelling a running job interrupts its turn and says so', async () => {
  const rig = await startRig();
  const id = await background(rig, fakePrompt({ do: 'say', text: 'half way' }, { do: 'command', never: true }));
  const { threadId, turnId } = await inTurn(rig, id, runsCommand);

  const answer = await rig.json(['cancel', id]);

  expect(answer).toEqual({
    jobId: id,
    status: 'cancelled',
    title: 'Codex Task',
    turnInterruptAttempted: true,
    turnInterrupted: true,
  });
  expect(interrupts(rig)).toEqual([{ threadId, turnId }]);
  const job = await statusOf(rig, id);
  expect(job).toMatchObject({ status: 'cancelled', phase: 'cancelled', partial: { lastMessage: 'half way' } });
  expect(readFileSync(job.logFile, 'utf8')).toMatch(/^\[\S+Z\] Cancelled by user\.$/mu);
  expect((await rig.run(['result', id])).stdout).toContain('half way');
});

test('cancel twice is harmless, and of a job that completed it is refused', async () => {
  const rig = await startRig();
  const id = await background(rig, 'FAKE:hang');
  await inTurn(rig, id);

  const first = await Promise.all([rig.run(['cancel', id]), rig.run(['cancel', id])]);
  expect(first.map(({ code }) => code)).toEqual([0, 0]);
  expect(await rig.run(['cancel', id])).toEqual({
    code: 0,
    stdout: expect.stringContaining(`\nAlready cancelled ${id}.\n`),
    stderr: '',
  });
  expect(await rig.json(['cancel', id])).toMatchObject({ jobId: id, status: 'cancelled', turnInterrupted: true });
  expect(interrupts(rig)).toHaveLength(1);

  const done = await background(rig, 'done');
  await ended(rig, done);
  expect(await rig.run(['cancel', done])).toEqual({
    code: 1,
    stdout: '',
    stderr: `codex-companion: Cannot cancel: ${done} completed\n`,
  });
});

test('cancel takes the only active job of its session, and another session by id or a part of it', async () => {
  const rig = await startRig();
  const mine = { CODEX_COMPANION_SESSION_ID: 'mine' };
  const own = (await rig.json<{ jobId: string }>(['task', '--background', 'FAKE:hang'], { env: mine })).jobId;
  const other = await background(rig, 'FAKE:hang');
  await inTurn(rig, other);

  expect(await rig.run(['cancel'], { env: mine })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`\nCancelled ${own}.\n`),
  });
  expect(await rig.run(['cancel'], { env: mine })).toMatchObject({ code: 1 });
  expect((await statusOf(rig, other)).status).toBe('running');
  expect(await rig.run(['cancel', other.slice(-8)], { env: mine })).toMatchObject({
    stdout: expect.stringContaining(`\nCancelled ${other}.\n`),
  });
});

test('the commands of a cancelled job of the real codex are gone when the cancel has answered, also those in sessions of their own', async () => {
  const rig = await startRig({ codex: 'real' });
  const cmd = 'sleep 301 & sh -c "setsid sleep 302; true" & wait';
  const steps = stubPrompt({ do: 'exec', cmd }, { do: 'final', text: 'slept' });
  const id = await background(rig, steps, ['--sandbox', 'danger-full-access']);
  const sleepers = await eventuallyHolds(
    () => sleepersOf(rig),
    (pids) => pids.length >= 2,
    {
      withinMs: BOUND_MS,
      what: 'the commands of the turn',
    },
  );

  expect(await rig.run(['cancel', id])).toMatchObject({ code: 0 });

  expect([...sleepers.filter(isRunning), ...sleepersOf(rig)]).toEqual([]);
});

function sleepersOf(rig: Rig): number[] {
  return rig
    .processes()
    .filter(({ cmdline }) => /^sleep 30[12]$/u.test(cmdline))
    .map(({ pid }) => pid);
}
