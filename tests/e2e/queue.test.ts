import { expect, test } from 'vitest';
import type { JobView } from '../../src/contract/job-view.ts';
import { eventuallyHolds } from '../support/eventually.ts';
import type { ScriptedTurn } from '../support/fake-codex/control-server.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { appServersStarted, promptsAtCodex, turnStarts } from './codex-side.ts';
import { inSession } from './hooks.ts';
import { background, ended, inTurn, statusOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

const TWO_AT_ONCE = { env: { CODEX_COMPANION_MAX_JOBS: '2' } };

test('no more jobs run at once than allowed, and the others follow in the order of their coming', async () => {
  const { rig, nextTurn } = await startScriptedRig(TWO_AT_ONCE);
  const ids: string[] = [];
  for (const n of [1, 2, 3, 4, 5]) ids.push(await background(rig, `${SCRIPTED} ${n}`));

  const running: ScriptedTurn[] = [await nextTurn(), await nextTurn()];
  expect(await places(rig, ids)).toEqual(['running', 'running', 1, 2, 3]);
  for (const n of [3, 4, 5]) {
    expect(turnStarts(rig)).toHaveLength(n - 1);
    const first = running.shift();
    first?.send({ do: 'finish' });
    const next = await nextTurn();
    expect(next.prompt).toBe(`${SCRIPTED} ${n}`);
    running.push(next);
  }
  expect(await places(rig, ids)).toEqual(['completed', 'completed', 'completed', 'running', 'running']);
  for (const turn of running) turn.send({ do: 'finish' });

  expect(await rig.run(['wait', ...ids])).toMatchObject({ code: 0 });
  expect(appServersStarted(rig)).toBe(1);
  expect(new Set(running.map(({ pid }) => pid)).size).toBe(1);
});

test('status says the place of a job in the queue', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const first = await background(rig, 'FAKE:hang');
  await inTurn(rig, first);
  await background(rig, 'second');
  const third = await background(rig, 'third');

  expect((await rig.run(['status', third])).stdout).toMatch(/^ {2}Position in queue: 2$/mu);
  await rig.run(['cancel', first]);
  expect((await ended(rig, third)).status).toBe('completed');
  expect((await statusOf(rig, third)).position).toBeNull();
});

test('one job more than may wait is refused, with what to do, and leaves no record', async () => {
  const { rig, nextTurn } = await startScriptedRig({
    env: { CODEX_COMPANION_MAX_JOBS: '1', CODEX_COMPANION_MAX_QUEUED: '1' },
  });
  const running = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const waiting = await background(rig, 'waits');

  const { code, stdout, stderr } = await rig.run(['task', 'one too many']);

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe(
    'codex-companion: Cannot submit the job: as many jobs wait already as may, 1 (try again when some of them have ended, or allow more with CODEX_COMPANION_MAX_QUEUED)\n',
  );
  turn.send({ do: 'finish' });
  expect(await rig.run(['wait', running, waiting])).toMatchObject({ code: 0 });

  expect(promptsAtCodex(rig)).not.toContain('one too many');
});

test('a session that hands in many jobs leaves the next turn to another session, and status says so', async () => {
  const { rig, nextTurn } = await startScriptedRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const handIn = (session: string, prompt: string) => background(rig, `${SCRIPTED} ${prompt}`, [], inSession(session));
  const many: string[] = [];
  for (const n of [1, 2, 3, 4]) many.push(await handIn('busy', `busy ${n}`));
  const turn = await nextTurn();
  const one = await handIn('other', 'other');

  expect(await places(rig, [...many, one])).toEqual(['running', 2, 3, 4, 1]);
  const order = [turn.prompt];
  turn.send({ do: 'finish' });
  for (let n = 0; n < 4; n += 1) {
    const next = await nextTurn();
    order.push(next.prompt);
    next.send({ do: 'finish' });
  }

  expect(order.map((prompt) => prompt.slice(SCRIPTED.length + 1))).toEqual([
    ...['busy 1', 'other', 'busy 2', 'busy 3', 'busy 4'],
  ]);
  expect(await rig.run(['wait', ...many, one])).toMatchObject({ code: 0 });
});

test('jobs that write go one at a time in one working tree, and one that only reads passes them', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const one = await background(rig, `${SCRIPTED} write one`, ['--write']);
  const two = await background(rig, `${SCRIPTED} write two`, ['--write']);
  const reader = await background(rig, `${SCRIPTED} read`);

  const begun = [await nextTurn(), await nextTurn()];
  expect(begun.map(({ prompt }) => prompt).sort()).toEqual([`${SCRIPTED} read`, `${SCRIPTED} write one`]);
  expect(await places(rig, [one, two, reader])).toEqual(['running', 1, 'running']);
  expect(promptsAtCodex(rig)).toHaveLength(2);
  for (const turn of begun) turn.send({ do: 'finish' });

  const last = await nextTurn();
  expect(last.prompt).toBe(`${SCRIPTED} write two`);
  // Not before the first writer had ended.
  expect((await statusOf(rig, one)).status).toBe('completed');
  last.send({ do: 'finish' });
  expect(await rig.run(['wait', one, two, reader])).toMatchObject({ code: 0 });
});

test('a job that fails, is cancelled or runs out of time makes room for the next', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const ends = [
    await background(rig, fakePrompt({ do: 'fail' })),
    await background(rig, 'FAKE:hang', ['--timeout', '100ms']),
    await background(rig, 'FAKE:hang'),
  ];
  const last = await background(rig, 'last');
  await inTurn(rig, ends[2] ?? '');
  await rig.run(['cancel', ends[2] ?? '']);

  expect((await ended(rig, last)).status).toBe('completed');
  const statuses = await Promise.all(ends.map(async (id) => (await statusOf(rig, id)).status));
  expect(statuses).toEqual(['failed', 'failed', 'cancelled']);
  expect(appServersStarted(rig)).toBe(1);
});

test('one app-server of the real codex runs two turns at once', async () => {
  const rig = await startRig({ codex: 'real' });
  const ids = [await background(rig, 'STUB:hang one'), await background(rig, 'STUB:hang two')];

  const running = await Promise.all(ids.map((id) => inTurn(rig, id)));
  await eventuallyHolds(
    () => rig.stub?.requests() ?? [],
    (requests) => requests.length >= 2,
    { withinMs: BOUND_MS, what: 'two requests to the model' },
  );

  expect(new Set(running.map((job) => job.appServer.pid)).size).toBe(1);
  expect(rig.processes().filter(({ cmdline }) => cmdline.includes(' app-server -c'))).toHaveLength(1);
  expect(await Promise.all(ids.map(async (id) => (await rig.run(['cancel', id])).code))).toEqual([0, 0]);
});

/** Of each job its place in the queue, else its status. */
async function places(rig: Rig, ids: readonly string[]): Promise<Array<number | string>> {
  const views: JobView[] = await Promise.all(ids.map((id) => statusOf(rig, id)));
  return views.map(({ position, status }) => position ?? status);
}
