import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Random } from '../../../scripts/lib/random.ts';
import type { JobView } from '../../../src/contract/job-view.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { startRig } from '../../support/rig.ts';
import { filesUnder } from '../../support/temp.ts';
import { stateOf } from '../records.ts';

const SEED = 20_260;
const ROUNDS = 16;

test('row 29: whatever is killed at whatever moment, no job is active without an owner, nothing is damaged, nothing is left', async () => {
  const rig = await startRig();
  const random = new Random(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    const clients = [
      rig.start(['task', 'say hello']),
      rig.start(['task', '--background', fakePrompt({ do: 'wait', ms: 200 })]),
    ];
    await pause(random.next() * 500);
    const processes = rig.processes();
    const victim = processes[random.int(0, processes.length - 1)];
    if (victim !== undefined) killQuietly(victim.pid);

    const { running } = await rig.json<{ running: JobView[] }>(['status']);

    for (const job of running) {
      const told = `round ${round} of seed ${SEED}, killed ${victim?.cmdline}: ${job.id} is ${job.status}`;
      if (job.status === 'running') expect(job.witnesses?.broker.alive, told).toBe(true);
    }
    // Whoever was not killed hears how its job ended; nobody waits for ever.
    for (const client of clients) await client.exited;
  }

  const { running } = await rig.json<{ running: JobView[] }>(['status']);
  if (running.length > 0) await rig.run(['wait', ...running.map(({ id }) => id)]);
  const overview = await rig.run(['status', '--all']);
  expect(overview).toMatchObject({ code: 0, stderr: '', stdout: expect.not.stringContaining('Active jobs:') });
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  expect(await rig.run(['broker', 'stop'])).toMatchObject({ code: 0 });
  expect(rig.processes()).toEqual([]);
  expect(rig.leftovers()).toEqual([]);
  expect(filesUnder(path.join(stateOf(rig), 'active'))).toEqual([]);
}, 60_000);

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}
