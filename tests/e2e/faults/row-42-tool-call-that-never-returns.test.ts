import { expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { startRig } from '../../support/rig.ts';
import { background, failed, inTurn, runsCommand, statusOf } from '../records.ts';

test('row 42: status names the tool call that a job waits for and for how long, and the hard clock ends it', async () => {
  const rig = await startRig();
  const steps = fakePrompt({ do: 'tool', server: 'github', tool: 'search', never: true });
  const ends = await background(rig, steps, ['--timeout', '2s', '--idle-timeout', '0']);
  const id = await background(rig, steps, ['--idle-timeout', '0']);
  await inTurn(rig, id, (job) => job.openItems.length > 0);

  const [{ stdout }, view] = await Promise.all([rig.run(['status', id]), statusOf(rig, id)]);

  expect(stdout).toMatch(/^ {2}Waiting for: .*github.*search.* \(\d+(?:\.\d+)?m?s\)$/mu);
  expect(stdout).toMatch(/^ {2}Ends by: hard clock in \d+[ms](?: \d+s)?$/mu);
  expect(view.waitingFor).toMatchObject({ label: expect.stringContaining('search') });
  expect(await failed(rig, ends)).toMatchObject({
    reason: 'deadline_exceeded',
    errorMessage: expect.stringMatching(/waiting for .*search/u),
    interruption: { attempted: true, confirmed: true },
  });
});

test('row 42: status names the command that a job waits for, and the hard clock ends it (real codex)', async () => {
  const rig = await startRig({ codex: 'real' });
  const id = await background(rig, 'STUB:sleep', ['--write', '--timeout', '4s', '--idle-timeout', '500ms']);
  await inTurn(rig, id, runsCommand);

  expect((await statusOf(rig, id)).waitingFor).toMatchObject({ label: expect.stringContaining('sleep 300') });

  expect(await failed(rig, id)).toMatchObject({
    reason: 'deadline_exceeded',
    errorMessage: expect.stringContaining('sleep 300'),
  });
});
