import { expect, test } from 'vitest';
import { peakMb } from '../../support/memory.ts';
import { startRig } from '../../support/rig.ts';
import { distWithBadThreads } from '../bad-threads.ts';
import { startBrokerOf } from '../broker-process.ts';
import { appServersStarted, interrupts } from '../codex-side.ts';
import { background, failed, inTurn, recordOf } from '../records.ts';
import { SCRIPTED, startScriptedRig } from '../scripted.ts';

/** A broker with a thread has about 80 MB; besides, what waits for the thread (64) and what is read at once of the next. */
const PEAK_MB = 250;

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

test('row 18: a thread in an endless loop to which Codex goes on talking is given up before that fills the memory', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const broker = await startBrokerOf(rig, distWithBadThreads());
  const id = await background(rig, `THREAD:loop ${SCRIPTED}`);
  const turn = await nextTurn();
  await inTurn(rig, id);

  // Each is said in pieces first and then as a whole: 2 MB on the wire.
  const text = 'x'.repeat(1_000_000);
  for (let n = 0; n < 100 && recordOf(rig, id)?.status === 'running'; n += 1) await turn.run({ do: 'say', text });

  const message = 'The thread does not read what Codex says any more';
  expect(await failed(rig, id)).toMatchObject({ reason: 'worker_crashed', errorMessage: message });
  expect(peakMb(broker.pid)).toBeLessThan(PEAK_MB);
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
});
