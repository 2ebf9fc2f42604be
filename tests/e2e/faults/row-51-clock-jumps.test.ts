import { expect, test } from 'vitest';
import { BOUND_MS } from '../../support/rig.ts';
import { ShiftedClock } from '../../support/shifted-clock.ts';
import { tempDir } from '../../support/temp.ts';
import { background, inTurn, statusOf } from '../records.ts';
import { SCRIPTED, startScriptedRig } from '../scripted.ts';

const HOUR_MS = 3_600_000;

test('row 51: a wall clock that jumps ahead ends no job before its time', async () => {
  const { rig, jump, nextTurn } = await startJumpingRig();
  const id = await background(rig, SCRIPTED, ['--timeout', '1m', '--idle-timeout', '30s', '--queue-timeout', '30s']);
  const turn = await nextTurn();

  jump(2 * HOUR_MS);

  expect(await turn.run({ do: 'say' })).toBe('played');
  expect((await statusOf(rig, id)).status).toBe('running');
  turn.send({ do: 'finish' });
  expect(await rig.run(['wait', id])).toMatchObject({ code: 0 });
});

test('row 51: a wall clock that jumps back delays no deadline', async () => {
  const { rig, jump, nextTurn } = await startJumpingRig();
  const id = await background(rig, SCRIPTED, ['--timeout', '3s']);
  const startedAtMs = performance.now();
  await nextTurn();

  jump(-2 * HOUR_MS);

  expect(await rig.run(['wait', id])).toMatchObject({ code: 124 });
  expect(performance.now() - startedAtMs).toBeLessThan(BOUND_MS);
});

test.each([
  ['ahead', 2 * HOUR_MS],
  ['back', -2 * HOUR_MS],
])(
  'row 51: a wall clock that jumps %s under a job is told in its log, and is no part of its duration',
  async (where, byMs) => {
    const { rig, jump, nextTurn } = await startJumpingRig();
    const id = await background(rig, SCRIPTED);
    const turn = await nextTurn();

    jump(byMs);

    const { work } = await inTurn(rig, id, (job) => job.work.clockJumpMs !== 0);
    expect(Math.abs(work.clockJumpMs - byMs)).toBeLessThan(1_000);
    expect((await statusOf(rig, id)).elapsed).toMatch(/^\d+m?s$/u);
    turn.send({ do: 'finish' });
    expect(await rig.run(['wait', id])).toMatchObject({ code: 0 });
    expect((await statusOf(rig, id)).duration).toMatch(/^\d+m?s$/u);
    expect((await rig.run(['logs', id])).stdout).toMatch(
      new RegExp(`Notice: The wall clock went ${where} by 7200 s: `, 'u'),
    );
  },
);

/** A rig whose every process, Codex included, has a wall clock that the test moves. */
async function startJumpingRig() {
  const clock = new ShiftedClock(tempDir());
  const scripted = await startScriptedRig({ env: { ...clock.env, NODE_OPTIONS: `--require "${clock.preload}"` } });
  return { ...scripted, jump: (ms: number) => clock.set(ms) };
}
