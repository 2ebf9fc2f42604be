import { expect, test } from 'vitest';
import { eventuallyHolds } from '../../support/eventually.ts';
import { BOUND_MS, startRig } from '../../support/rig.ts';
import { SILENT_BOUND_MS, turnStarts } from '../codex-side.ts';
import { background, recordOf } from '../records.ts';

test.each([
  ['whose turn ignores interrupts', 'FAKE:hangHard'],
  ['whose turn/start is never answered', 'FAKE:noTurnStartReply'],
])('row 35: a job %s is cancelled in bounded time', async (_what, prompt) => {
  const rig = await startRig();
  const id = await background(rig, prompt);
  await eventuallyHolds(
    () => turnStarts(rig).length,
    (turns) => turns === 1,
    { withinMs: BOUND_MS, what: 'turn' },
  );
  const appServer = await rig.appServerPid();
  const askedAtMs = performance.now();

  const { code, stdout } = await rig.run(['cancel', id]);

  expect(performance.now() - askedAtMs).toBeLessThan(SILENT_BOUND_MS);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`\nCancelled ${id}.\n`) });
  expect(recordOf(rig, id)?.status).toBe('cancelled');
  // So that the end of the test need not wait for a process that does not answer.
  process.kill(appServer, 'SIGKILL');
});

test('row 35: a turn that cannot be interrupted is settled all the same, in bounded time', async () => {
  const rig = await startRig();
  const startedAtMs = performance.now();

  const { code, stderr } = await rig.run(['task', '--timeout', '300ms', 'FAKE:hangHard']);

  expect({ code, stderr }).toMatchObject({ code: 124, stderr: expect.stringContaining('(deadline_exceeded)') });
  expect(performance.now() - startedAtMs).toBeLessThan(SILENT_BOUND_MS);
});
