import { expect, test } from 'vitest';
import { isRunning } from '../../support/processes.ts';
import { startRig } from '../../support/rig.ts';
import { brokerStatus } from '../broker-process.ts';
import { background, inTurn, recordOf } from '../records.ts';
import { STUBBORN } from '../scripted.ts';

test('row 40: of a frozen broker every command says that it does not respond, in bounded time, from the store', async () => {
  const rig = await startRig();
  const jobId = await background(rig, 'FAKE:hang');
  const { broker } = await inTurn(rig, jobId);
  process.kill(broker.pid, 'SIGSTOP');
  const startedAtMs = performance.now();

  const commands = [
    ['status'],
    ['status', jobId],
    ['task', 'more'],
    ['wait', jobId],
    ['cancel', jobId],
    ['logs', '-f', jobId],
  ];
  const answers = await Promise.all(commands.map((args) => rig.run(args)));
  const result = await rig.run(['result', jobId]);

  expect(performance.now() - startedAtMs).toBeLessThan(8_000);
  expect(answers.map(({ code }) => code)).toEqual([0, 0, 4, 4, 4, 4]);
  for (const { stderr } of answers) expect(stderr).toMatch(/broker .*does not respond/u);
  for (const { stdout } of answers.slice(0, 2)) expect(stdout).toContain(jobId);
  expect(result.stderr).toContain(`Job ${jobId} is still running.`);

  expect(await rig.run(['broker', 'restart', '--force'])).toMatchObject({ code: 0 });
  expect((await brokerStatus(rig)).pid).not.toBe(broker.pid);
  expect(isRunning(broker.pid)).toBe(false);
  expect(recordOf(rig, jobId)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0 });
});

test('row 40: a frozen broker that is stopped by force leaves nothing behind', async () => {
  const rig = await startRig();
  const jobId = await background(rig, STUBBORN);
  const { broker } = await inTurn(rig, jobId, ({ work }) => work.commands.length > 0);
  process.kill(broker.pid, 'SIGSTOP');

  expect(await rig.run(['broker', 'stop', '--force'])).toMatchObject({ code: 0 });

  expect(rig.processes()).toEqual([]);
  expect(rig.leftovers()).toEqual([]);
  expect(recordOf(rig, jobId)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
});
