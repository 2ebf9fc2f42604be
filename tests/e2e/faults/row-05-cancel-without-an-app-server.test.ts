import { expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { BOUND_MS, startRig } from '../../support/rig.ts';
import { interrupts, SILENT_BOUND_MS } from '../codex-side.ts';
import { background, ended, inTurn, recordOf } from '../records.ts';

test.each([
  ['fake', fakePrompt({ do: 'say', text: 'half way' }, { do: 'hang' })],
  ['real', 'STUB:hang'],
] as const)(
  'row 5: a job whose app-server is frozen is cancelled in bounded time (%s codex)',
  async (codex, prompt) => {
    const rig = await startRig({ codex });
    const id = await background(rig, prompt);
    const { appServer } = await inTurn(rig, id);
    process.kill(appServer.pid, 'SIGSTOP');
    const askedAtMs = performance.now();

    const { code, stdout } = await rig.run(['cancel', id]);

    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(`\nCancelled ${id}.\n`) });
    expect(performance.now() - askedAtMs).toBeLessThan(SILENT_BOUND_MS);
    expect(recordOf(rig, id)).toMatchObject({
      status: 'cancelled',
      interruption: { attempted: true, confirmed: false },
    });
    // So that the end of the test need not wait for a process that does not answer.
    process.kill(appServer.pid, 'SIGKILL');
  },
);

test('row 5: a cancel that waits for an interrupt when the app-server dies still cancels', async () => {
  const rig = await startRig();
  const id = await background(rig, 'FAKE:hangHard');
  const { appServer } = await inTurn(rig, id);
  const cancel = rig.start(['cancel', id]);
  await eventually(() => interrupts(rig).length > 0, { withinMs: BOUND_MS, what: 'interrupt' });

  process.kill(appServer.pid, 'SIGKILL');

  expect(await cancel.exited).toEqual({ code: 0, signal: null });
  expect(recordOf(rig, id)?.status).toBe('cancelled');
});

test('row 5: cancel beside the death of the app-server ends at once, and says what the record says', async () => {
  const rig = await startRig();
  for (let round = 0; round < 3; round += 1) {
    const id = await background(rig, 'FAKE:hang');
    const { appServer } = await inTurn(rig, id);

    const cancel = rig.start(['cancel', id]);
    process.kill(appServer.pid, 'SIGKILL');
    const { code } = await cancel.exited;

    const job = await ended(rig, id);
    if (job.status === 'cancelled') expect(code).toBe(0);
    else {
      // Its end was recorded first, and terminal is final.
      expect(job).toMatchObject({ status: 'failed', reason: 'app_server_exited' });
      expect(code).toBe(1);
      expect(cancel.stderr()).toContain(`Cannot cancel: ${id} failed (app_server_exited)`);
    }
  }
});
