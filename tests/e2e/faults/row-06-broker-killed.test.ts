import { expect, test } from 'vitest';
import { BOUND_MS, startRig } from '../../support/rig.ts';
import { background, inTurn, killBroker, recordOf, runsCommand, statusOf } from '../records.ts';
import { STUBBORN } from '../scripted.ts';

test('row 6: whoever waits for a job hears at once that its broker was killed, and nothing of it is left', async () => {
  const rig = await startRig();
  const client = rig.start(['task', STUBBORN]);
  await client.waitForLine(/Command completed/u, BOUND_MS);

  await killBroker(rig);
  const killedAtMs = performance.now();
  const { code } = await client.exited;

  expect(performance.now() - killedAtMs).toBeLessThan(3_000);
  expect(code).toBe(1);
  expect(client.stderr()).toMatch(
    /failed \(broker_lost\): The broker of this job \(pid \d+\) ended without finishing it/u,
  );
  expect(rig.processes()).toEqual([]);
});

test.each([
  ['fake', STUBBORN, 'say hello'],
  ['real', 'STUB:sleep', 'STUB:hello'],
] as const)(
  'row 6: the next read settles a job whose broker was killed, and ends what it left running (%s codex)',
  async (codex, prompt, next) => {
    const rig = await startRig({ codex });
    const jobId = await background(rig, prompt, ['--write']);
    const ofCommand = (job: Parameters<typeof runsCommand>[0]) => runsCommand(job) || job.work.commands.length > 0;
    await inTurn(rig, jobId, ofCommand);

    await killBroker(rig);
    expect(recordOf(rig, jobId)?.status).toBe('running');
    const job = await statusOf(rig, jobId);

    expect(job).toMatchObject({ status: 'failed', reason: 'broker_lost' });
    expect(rig.processes()).toEqual([]);
    expect(rig.leftovers()).not.toEqual([]);
    expect(await rig.run(['task', next])).toMatchObject({ code: 0 });
    await rig.run(['broker', 'stop']);
    expect(rig.leftovers()).toEqual([]);
    expect(recordOf(rig, jobId)).toMatchObject({ reason: 'broker_lost' });
  },
);
