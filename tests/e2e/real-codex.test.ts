import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';

test('the real codex answers a foreground task', async () => {
  const rig = await startRig({ codex: 'real' });

  const { code, stdout, stderr } = await rig.run(['task', 'STUB:hello']);

  expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: 'hello from stub\n' });
});
