import { expect, test } from 'vitest';
import { received } from '../../support/fake-codex/journal.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { startRig } from '../../support/rig.ts';

test.each(['turn', 'thread'] as const)(
  'row 12: a %s whose start is never answered ends at the start clock',
  async (what) => {
    const rig = await startRig({
      env: {
        CODEX_COMPANION_START_TIMEOUT_MS: '600',
        ...(what === 'thread' ? { FAKE_CODEX_THREAD_START: 'never' } : {}),
      },
    });

    const { code, stderr } = await rig.run(['task', 'FAKE:noTurnStartReply']);

    expect({ code, stderr }).toMatchObject({ code: 124, stderr: expect.stringContaining('failed (start_timeout): ') });
    // The turn may be running after all: whatever runs on the thread is interrupted.
    if (what === 'turn') expect(received(rig.journal, 'turn/interrupt')).toMatchObject([{ params: { turnId: '' } }]);
  },
);

test('row 12: a turn that completes counts although its start was never answered', async () => {
  const rig = await startRig();
  const steps = fakePrompt({ do: 'noTurnStartReply', started: true }, { do: 'finish' });

  expect(await rig.run(['task', steps])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
});
