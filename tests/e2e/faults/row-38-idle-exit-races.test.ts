import { expect, test } from 'vitest';
import { startRig } from '../../support/rig.ts';
import { promptsAtCodex } from '../codex-side.ts';

test('row 38: commands that come while the broker ends for idleness are all answered', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_BROKER_IDLE_MS: '1' } });

  await Promise.all(
    ['a', 'b', 'c'].map(async (client) => {
      for (const round of [1, 2, 3, 4]) {
        const { code, stdout } = await rig.run(['task', `${client}${round}`]);
        expect({ client, round, code, stdout }).toEqual({ client, round, code: 0, stdout: 'fake answer\n' });
      }
    }),
  );

  const prompts = promptsAtCodex(rig);
  expect([prompts.length, new Set(prompts).size]).toEqual([12, 12]);
  expect((await rig.json<{ recent: unknown[] }>(['status', '--all'])).recent).toHaveLength(11);
});
