import { expect, test } from 'vitest';
import { writeCodexHome } from '../../support/codex-home.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { stubPrompt } from '../../support/model-stub/steps.ts';
import { startRig } from '../../support/rig.ts';

test('row 8: an error that will not be retried ends the turn also when nothing follows it', async () => {
  const rig = await startRig();

  const { code, stderr } = await rig.run([
    'task',
    fakePrompt({ do: 'errorThenNothing', message: 'the model is gone' }),
  ]);

  expect({ code, stderr }).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('failed (turn_failed): the model is gone'),
  });
});

const LIMIT = { error: { type: 'usage_limit_reached', message: 'The usage limit has been reached', plan_type: 'pro' } };

test.each([
  ['500', stubPrompt({ do: 'http', status: 500 }), 1, /failed \(turn_failed\): \S/u],
  ['429', stubPrompt({ do: 'http', status: 429 }), 1, /failed \(turn_failed\): .*429/u],
  ['401', stubPrompt({ do: 'http', status: 401 }), 5, /failed \(unauthorized\): .*401/u],
  ['a usage limit', stubPrompt({ do: 'http', status: 429, body: LIMIT }), 6, /failed \(usage_limit\): \S/u],
  ['an overload', stubPrompt({ do: 'failed', code: 'server_is_overloaded' }), 1, /failed \(server_overloaded\): \S/u],
  ['a connection that breaks', 'STUB:disconnect', 1, /failed \(turn_failed\): \S/u],
])(
  'row 8: %s of the provider ends the turn with its reason, its sentence and its exit status (real codex)',
  async (_what, prompt, exit, why) => {
    const rig = await startRig({ codex: 'real' });

    const { code, stdout, stderr } = await rig.run(['task', prompt]);

    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toMatch(why);
  },
);

test('row 9: an error that will be retried is told and does not end the turn', async () => {
  const rig = await startRig();
  const retries = fakePrompt({ do: 'error', message: 'Reconnecting 1/5', willRetry: true }, { do: 'finish' });

  const { code, stdout, stderr } = await rig.run(['task', retries]);

  expect({ code, stdout }).toEqual({ code: 0, stdout: 'fake answer\n' });
  expect(stderr).toContain('[codex] Retrying: Reconnecting 1/5');
});

test('row 9: a provider that fails twice and then answers is a completed turn with two retries told (real codex)', async () => {
  const rig = await startRig({ codex: 'real' });
  const { stub } = rig;
  writeCodexHome(rig.env['CODEX_HOME'] ?? '', { port: stub?.port ?? 0, retries: 'default' });
  const twice = stubPrompt({ do: 'disconnect', when: 'created', times: 2, after: { do: 'final', text: 'at last' } });

  const { code, stdout, stderr } = await rig.run(['task', twice]);

  expect({ code, stdout }).toEqual({ code: 0, stdout: 'at last\n' });
  expect(stderr.match(/^\[codex\] Retrying: /gmu)).toHaveLength(2);
});

test.each(['child', 'other'] as const)(
  'row 10: a fatal error of another thread leaves the turn alone (%s)',
  async (thread) => {
    const rig = await startRig();
    const steps = fakePrompt({ do: 'subagent' }, { do: 'error', message: 'not yours', thread }, { do: 'finish' });

    expect(await rig.run(['task', steps])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  },
);
