import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { startRig } from '../../support/rig.ts';
import { interrupts, promptsAtCodex, turnStarts } from '../codex-side.ts';
import { deadJob, finishedFile } from '../dead-jobs.ts';
import { background, ended, inTurn, recordOf, stateOf } from '../records.ts';
import { SCRIPTED, startScriptedRig } from '../scripted.ts';

test('row 36: a cancelled job that waits in the queue never runs', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, 'FAKE:hang');
  await inTurn(rig, running);
  const queued = await background(rig, 'never to be seen');

  expect(await rig.json(['cancel', queued])).toMatchObject({ turnInterruptAttempted: false, turnInterrupted: false });
  expect(await rig.run(['cancel', running])).toMatchObject({ code: 0 });

  expect(await rig.run(['task', 'after'])).toMatchObject({ code: 0 });
  expect(promptsAtCodex(rig)).toEqual(['FAKE:hang', 'after']);
  expect(recordOf(rig, queued)).toMatchObject({ status: 'cancelled', startedAt: null });
});

test('row 36: a job that is cancelled while it is dispatched ends cancelled, and no turn of it goes on', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  await rig.run(['broker', 'start']);

  for (let round = 0; round < 5; round += 1) {
    const { jobId } = await rig.json<{ jobId: string }>(['task', '--background', 'FAKE:hang']);
    expect(await rig.run(['cancel', jobId])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`\nCancelled ${jobId}.\n`),
    });
    expect(recordOf(rig, jobId)?.status).toBe('cancelled');
  }

  expect(await rig.run(['task', 'next'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  const interrupted = new Set(interrupts(rig).map(({ threadId }) => threadId));
  const begun = turnStarts(rig).slice(0, -1);
  expect(begun.filter(({ threadId }) => !interrupted.has(threadId))).toEqual([]);
});

test('row 36: of a cancel and a claim at the same moment exactly one wins, and the job says which', async () => {
  const { rig, nextTurn } = await startScriptedRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  for (let round = 0; round < 6; round += 1) {
    const first = await background(rig, SCRIPTED);
    const turn = await nextTurn();
    const id = await background(rig, `queued ${round}`);

    const cancel = rig.start(['cancel', id]);
    if (round % 2 === 0) turn.send({ do: 'finish' });
    else setTimeout(() => turn.send({ do: 'finish' }), 40 * round);
    const { code } = await cancel.exited;

    const job = await ended(rig, id);
    expect(['completed', 'cancelled']).toContain(job.status);
    expect(code).toBe(job.status === 'cancelled' ? 0 : 1);
    if (job.startedAt === null) expect(promptsAtCodex(rig)).not.toContain(`queued ${round}`);
    expect(promptsAtCodex(rig).filter((prompt) => prompt === `queued ${round}`).length).toBeLessThanOrEqual(1);
    expect((await ended(rig, first)).status).toBe('completed');
  }
});

test('row 37: a turn that completes when it is interrupted stays cancelled', async () => {
  const rig = await startRig();
  const steps = fakePrompt(
    { do: 'completeWhenInterrupted', text: 'too late' },
    { do: 'say', text: 'words' },
    { do: 'hang' },
  );
  const id = await background(rig, steps);
  await inTurn(rig, id, (job) => job.work.lastMessage !== null);

  expect(await rig.json(['cancel', id])).toMatchObject({ status: 'cancelled' });

  // The broker has ended the thread and heard everything that it had to say.
  await rig.run(['broker', 'stop']);
  expect(recordOf(rig, id)?.status).toBe('cancelled');
  expect(await rig.run(['wait', id])).toMatchObject({ code: 130 });
});

test('row 37: a turn that completes because it was interrupted at its deadline is no success', async () => {
  const rig = await startRig();
  const steps = fakePrompt({ do: 'completeWhenInterrupted' }, { do: 'hang' });

  expect(await rig.run(['task', '--timeout', '400ms', steps])).toMatchObject({ code: 124, stdout: '' });
});

test('row 37: an end that is recorded is never changed again', async () => {
  const rig = await startRig();
  const dead = await deadJob(rig);
  const active = path.join(stateOf(rig), 'active', `${dead}.json`);
  const running = readFileSync(active);
  await rig.run(['status']);
  const end = readFileSync(finishedFile(rig, dead));

  // As a reader that was killed between the two steps of settling leaves it.
  writeFileSync(active, running, { mode: 0o600 });
  for (const args of [['status'], ['wait', dead], ['cancel', dead], ['task', 'say hello'], ['broker', 'stop']]) {
    await rig.run(args);
    expect(readFileSync(finishedFile(rig, dead)), args.join(' ')).toEqual(end);
  }
  expect(recordOf(rig, dead)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  expect(readdirSync(path.join(stateOf(rig), 'active'))).toEqual([]);
});
