import { expect, test } from 'vitest';
import { received } from '../../support/fake-codex/journal.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { stubPrompt } from '../../support/model-stub/steps.ts';
import { startRig } from '../../support/rig.ts';
import { background, failed } from '../records.ts';

test.each([
  ['fake', fakePrompt({ do: 'say', text: 'half an answer' }, { do: 'hang' }), 'half an answer'],
  ['real', stubPrompt({ do: 'exec', cmd: 'true', say: 'half an answer' }, { do: 'hang' }), 'half an answer'],
] as const)(
  'row 11: a turn that falls silent ends as idle_timeout, its upstream turn interrupted and its partial output kept (%s codex)',
  async (codex, prompt, said) => {
    const rig = await startRig({ codex });
    const id = await background(rig, prompt, ['--idle-timeout', '1500ms']);

    expect(await rig.run(['wait', id])).toMatchObject({ code: 124, stdout: expect.stringContaining('(idle_timeout)') });

    expect(await failed(rig, id)).toMatchObject({
      reason: 'idle_timeout',
      errorMessage: expect.stringContaining('Codex made no progress for 1.5 s (idle clock)'),
      interruption: { attempted: true, confirmed: true },
      work: { lastMessage: said },
    });
    if (codex === 'fake') expect(received(rig.journal, 'turn/interrupt')).toHaveLength(1);
    expect((await rig.run(['result', id])).stdout).toContain(`Partial result, the last message:\n${said}`);
  },
);

test('row 11: a turn that is silent for too long ends at the idle clock, and the message names what it waits for', async () => {
  const rig = await startRig();
  const steps = fakePrompt({ do: 'tool', server: 'github', tool: 'search', never: true });

  const { code, stderr } = await rig.run(['task', '--idle-timeout', '400ms', steps]);

  expect(code).toBe(124);
  expect(stderr).toMatch(
    /failed \(idle_timeout\): Codex made no progress for 0\.4 s \(idle clock\), waiting for .*search/u,
  );
  expect(received(rig.journal, 'turn/interrupt')).toHaveLength(1);
});
