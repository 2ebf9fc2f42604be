import { expect, test } from 'vitest';
import { type Rig, startRig } from '../../support/rig.ts';
import { appServersStarted, promptsAtCodex } from '../codex-side.ts';
import { background, brokerLog, recordOf } from '../records.ts';

test('row 25: of twenty-five jobs handed over at once none is lost', async () => {
  const rig = await startRig();

  const accepted = await Promise.all(Array.from({ length: 25 }, (_, n) => background(rig, `job ${n}`)));

  expect(new Set(accepted).size).toBe(25);
  expect(await rig.run(['wait', ...accepted])).toMatchObject({ code: 0 });
  expect(accepted.filter((id) => recordOf(rig, id)?.status !== 'completed')).toEqual([]);
  expect(promptsAtCodex(rig)).toHaveLength(25);
});

test('row 26: twenty first commands at once get twenty answers from one broker with one app-server', async () => {
  const rig = await startRig();

  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => rig.run(['task', `job ${n}`])));

  expect(answers.map(({ code, stdout }) => ({ code, stdout }))).toEqual(
    Array(20).fill({ code: 0, stdout: 'fake answer\n' }),
  );
  expect(promptsAtCodex(rig).sort()).toEqual(Array.from({ length: 20 }, (_, n) => `job ${n}`).sort());
  expect(appServersStarted(rig)).toBe(1);
  expect(brokerLog(rig).match(/ serves "/gu)).toHaveLength(1);
  expect(brokersOf(rig)).toHaveLength(1);
});

function brokersOf(rig: Rig): number[] {
  return rig
    .processes()
    .filter(({ cmdline }) => cmdline.includes('broker.cjs'))
    .map(({ pid }) => pid);
}
