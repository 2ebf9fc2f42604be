import { expect, test } from 'vitest';
import { startRig } from '../../support/rig.ts';
import { distWithBadThreads } from '../bad-threads.ts';
import { startBrokerOf } from '../broker-process.ts';
import { appServersStarted, interrupts } from '../codex-side.ts';
import { background, failed, inTurn } from '../records.ts';
import { SCRIPTED, startScriptedRig } from '../scripted.ts';

test.each([
  ['runs in an endless loop', 'loop', 'deadline_exceeded', '2s'],
  ['runs out of memory', 'oom', 'worker_crashed', '30s'],
  ['calls process.exit', 'exit', 'worker_crashed', '30s'],
  ['rejects where nobody listens', 'reject', 'worker_crashed', '30s'],
  ['throws where nobody catches', 'throw', 'worker_crashed', '30s'],
])(
  'row 18: a thread that %s in the middle of its turn fails its own job; the broker and the other jobs go on',
  async (_what, fault, reason, timeout) => {
    const { rig, nextTurn } = await startScriptedRig();
    const broker = await startBrokerOf(rig, distWithBadThreads());
    const other = await background(rig, SCRIPTED);
    const turn = await nextTurn();

    const id = await background(rig, `THREAD:${fault} FAKE:hang`, ['--timeout', timeout]);
    const job = await failed(rig, id);

    expect(job).toMatchObject({ reason, turnId: expect.any(String) });
    await expect.poll(() => interrupts(rig)).toMatchObject([{ threadId: job.threadId }]);
    turn.send({ do: 'finish' });
    expect(await rig.run(['wait', other])).toMatchObject({ code: 0 });
    expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
    expect(await rig.brokerPid()).toBe(broker.pid);
    expect(appServersStarted(rig)).toBe(1);
  },
);

test('row 18: a thread in an endless loop leaves its job cancellable', async () => {
  const rig = await startRig();
  await startBrokerOf(rig, distWithBadThreads());
  const id = await background(rig, 'THREAD:loop FAKE:hang');
  await inTurn(rig, id);

  expect(await rig.run(['cancel', id])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`\nCancelled ${id}.\n`),
  });
});
