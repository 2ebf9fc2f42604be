import { expect, test } from 'vitest';
import type { Captured } from '../../support/process.ts';
import { BOUND_MS, type Rig, startRig } from '../../support/rig.ts';
import { interrupts } from '../codex-side.ts';
import { ended, recordOf, statusOf } from '../records.ts';
import { SCRIPTED, startScriptedRig } from '../scripted.ts';

test('row 34: an interrupt of the foreground client cancels the job, and the client ends with 130', async () => {
  const rig = await startRig();
  const client = rig.start(['task', 'FAKE:hang']);
  const id = await idInTurn(rig, client);

  client.kill('SIGINT');

  expect(await client.exited).toEqual({ code: 130, signal: null });
  expect(client.stdout()).toBe('');
  expect(client.stderr()).toContain(`${id} was cancelled by interrupt`);
  expect(recordOf(rig, id)?.status).toBe('cancelled');
  expect(interrupts(rig)).toHaveLength(1);
});

test('row 34: a second interrupt leaves at once, and the job is cancelled all the same', async () => {
  const rig = await startRig();
  const client = rig.start(['task', 'FAKE:hangHard']);
  const id = await idInTurn(rig, client);

  client.kill('SIGINT');
  await client.waitForLine(/interrupt again to leave at once/u, BOUND_MS);
  client.kill('SIGINT');

  expect(await client.exited).toEqual({ code: 130, signal: null });
  expect(recordOf(rig, id)?.status).toBe('running');
  expect((await ended(rig, id)).status).toBe('cancelled');
});

test.each(['SIGTERM', 'SIGHUP'] as const)(
  'row 34: a foreground client that gets %s ends with 143, says how to come back, and the job completes',
  async (signal) => {
    const { rig, nextTurn } = await startScriptedRig();
    const client = rig.start(['task', SCRIPTED]);
    const turn = await nextTurn();
    const id = await idInTurn(rig, client);

    client.kill(signal);

    expect(await client.exited).toEqual({ code: 143, signal: null });
    expect(client.stdout()).toBe('');
    expect(client.stderr()).toContain(`codex-companion result ${id}\n`);
    expect((await statusOf(rig, id)).status).toBe('running');
    turn.send({ do: 'finish', text: 'done without you' });
    expect(await rig.run(['wait', id])).toMatchObject({ code: 0 });
    expect((await rig.run(['result', id])).stdout).toMatch(/^done without you\n/u);
  },
);

test('row 34: the job of a foreground client that is killed goes on', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const client = rig.start(['task', SCRIPTED]);
  const turn = await nextTurn();
  const id = await idInTurn(rig, client);

  client.kill('SIGKILL');
  await client.exited;
  turn.send({ do: 'finish' });

  expect(await rig.run(['wait', id])).toMatchObject({ code: 0 });
});

/** The id of the only active job, once the foreground client has seen its turn begin. */
async function idInTurn(rig: Rig, client: Captured): Promise<string> {
  await client.waitForLine(/Turn started/u, BOUND_MS);
  const { running } = await rig.json<{ running: Array<{ id: string }> }>(['status']);
  const [job] = running;
  if (job === undefined) throw new Error('No job runs');
  return job.id;
}
