import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { JobView } from '../../src/contract/job-view.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { type Rig, startRig } from '../support/rig.ts';
import { background, inTurn } from './records.ts';

interface Answer {
  readonly available: boolean;
  readonly sessionId: string | null;
  readonly candidate: Record<string, unknown> | null;
}

test('without a task there is nothing to go on with, and that is no error', async () => {
  const rig = await startRig();

  expect(await candidate(rig)).toEqual({ available: false, sessionId: null, candidate: null });
  expect(await rig.run(['task-resume-candidate'])).toEqual({
    code: 0,
    stdout: 'No resumable task found for this session.\n',
    stderr: '',
  });
});

test('the candidate is the newest task that has ended, however it ended, and whatever runs beside it', async () => {
  const rig = await startRig();
  await rig.run(['task', 'first']);
  const failed = await background(rig, fakePrompt({ do: 'fail', message: 'no more' }));
  await rig.run(['wait', failed]);
  const running = await background(rig, 'FAKE:hang');
  await inTurn(rig, running);

  const { job } = await rig.json<{ job: JobView }>(['status', failed]);
  const { id, status, title, summary, threadId, completedAt, updatedAt } = job;
  expect(await candidate(rig)).toEqual({
    available: true,
    sessionId: null,
    candidate: { id, status, title, summary, threadId, completedAt, updatedAt },
  });
  expect(status).toBe('failed');
  expect((await rig.run(['task-resume-candidate'])).stdout).toBe(`Resumable task found: ${failed} (failed).\n`);
});

test('a job that never had a thread is no candidate', async () => {
  const rig = await startRig({ env: { FAKE_CODEX_THREAD_START: 'error' } });
  await rig.run(['task', 'hello']);
  expect(await candidate(rig)).toMatchObject({ available: false, candidate: null });
});

test('a session sees its own tasks only, a shell without one sees them all', async () => {
  const rig = await startRig();
  const mine = { CODEX_COMPANION_SESSION_ID: 'mine' };
  const theirs = { CODEX_COMPANION_SESSION_ID: 'theirs' };
  const { jobId: old } = await rig.json<{ jobId: string }>(['task', '--background', 'old'], { env: mine });
  await rig.run(['wait', old]);
  const { jobId: recent } = await rig.json<{ jobId: string }>(['task', '--background', 'recent'], { env: theirs });
  await rig.run(['wait', recent]);

  expect(await candidate(rig, mine)).toMatchObject({ sessionId: 'mine', candidate: { id: old } });
  expect(await candidate(rig, theirs)).toMatchObject({ sessionId: 'theirs', candidate: { id: recent } });
  expect(await candidate(rig)).toMatchObject({ sessionId: null, candidate: { id: recent } });
  const nobody = { CODEX_COMPANION_SESSION_ID: 'nobody' };
  expect(await candidate(rig, nobody)).toEqual({ available: false, sessionId: 'nobody', candidate: null });
});

test.each([
  ['fake', 'hello'],
  ['real', 'STUB:hello'],
] as const)(
  'a task whose records are gone is found again by the name of its thread (%s codex)',
  async (codex, prompt) => {
    const rig = await startRig({ codex });
    const first = await rig.json<{ threadId: string }>(['task', prompt]);
    await rig.run(['broker', 'stop']);
    rmSync(rig.stateDir, { recursive: true });

    const resumed = await rig.json<{ threadId: string }>(['task', '--resume-last', prompt]);

    expect(resumed.threadId).toBe(first.threadId);
  },
);

test('a thread of the repository is found from a folder in it, and the one that was used last counts', async () => {
  const rig = await startRig();
  writeFileSync(path.join(rig.workspace, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  const below = path.join(rig.workspace, 'below');
  mkdirSync(below);
  const older = await rig.json<{ threadId: string; jobId: string }>(['task', 'older']);
  await rig.run(['task', 'newer', '-C', below]);
  await rig.run(['task', '--resume', older.jobId, 'once more']);
  await rig.run(['broker', 'stop']);
  rmSync(rig.stateDir, { recursive: true });

  const resumed = await rig.json<{ threadId: string }>(['task', '--resume-last', 'more', '-C', below]);

  expect(resumed.threadId).toBe(older.threadId);
});

test('a Codex that keeps no list has no thread to go on with', async () => {
  const rig = await startRig({ env: { FAKE_CODEX_MINIMAL: '1' } });

  expect(await rig.run(['task', '--resume-last', 'more'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'codex-companion: No previous Codex task thread was found for this repository.\n',
  });
});

function candidate(rig: Rig, env: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return rig.json<Answer>(['task-resume-candidate'], { env });
}
