import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';
import { expectNothingStarted, startInShell, startOpen } from './cli.ts';
import { hook } from './hooks.ts';

const EVENTS = ['session-start', 'session-end', 'stop', 'user-prompt-submit'];

test.each(EVENTS)('%s: no input is an empty object, of which there is nothing to do', async (event) => {
  const rig = await startRig();
  for (const input of ['', '{}', ' \n']) {
    expect(await rig.run(['hook', event], { input })).toEqual({ code: 0, stdout: '', stderr: '' });
  }
  expectNothingStarted(rig);
});

test.each(EVENTS)(
  '%s: input that cannot be used is said in one line, and never with the status that blocks',
  async (event) => {
    const rig = await startRig();
    const inputs = ['{', '[]', '"x"', 'null', '{"session_id":7,"cwd":7,"stop_hook_active":"yes"}'];
    for (const input of inputs.filter((text) => event !== 'session-start' || !text.includes('cwd'))) {
      const { code, stdout, stderr } = await rig.run(['hook', event], { input });
      expect({ input, code, stdout }).toEqual({ input, code: 1, stdout: '' });
      expect(stderr).toMatch(/^codex-companion: Cannot (?:read|use) the hook's input: [^\n]+\n$/u);
    }
    expectNothingStarted(rig);
  },
);

test('an event that we know nothing of is none of our business', async () => {
  const rig = await startRig();
  expect(await hook(rig, 'pre-tool-use', { any: 'thing' })).toEqual({ code: 0, stdout: '', stderr: '' });
  expectNothingStarted(rig);
});

test.each([[[]], [['stop', '--bogus']], [['stop', 'more']]])(
  'a call that cannot be understood ends with 1, for 2 would block: hook %j',
  async (args) => {
    const rig = await startRig();
    const { code, stdout, stderr } = await rig.run(['hook', ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^codex-companion: [^\n]+ \(see --help\)\n$/u);
  },
);

test.each(['stop', 'user-prompt-submit', 'session-end'])('%s: so does a setting that cannot be used', async (event) => {
  const rig = await startRig();
  const { code, stdout, stderr } = await hook(
    rig,
    event,
    { session_id: 's' },
    { env: { CODEX_COMPANION_MAX_JOBS: '0' } },
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^codex-companion: Cannot read CODEX_COMPANION_MAX_JOBS: [^\n]+\n$/u);
});

test.each(['user-prompt-submit', 'session-end'])('%s: a host that never writes is not waited for', async (event) => {
  const rig = await startRig();
  const open = startOpen(rig, ['hook', event]);
  expect(await open.exited).toEqual({ code: 1, signal: null });
  expect(open.stderr()).toMatch(/^codex-companion: Nothing came on standard input within \d+ ms [^\n]+\n$/u);
});

test.each(['stop', 'session-end'])(
  '%s: what a host has written counts, also when it leaves the pipe open',
  async (event) => {
    const rig = await startRig();
    const open = startOpen(rig, ['hook', event]);
    open.write('{"session_id":""}');
    expect(await open.exited).toEqual({ code: 0, signal: null });
    expect(open.stderr()).toBe('');
  },
);

test.each(EVENTS)('%s: input without end is refused, and none at all is an empty object', async (event) => {
  const rig = await startRig();
  const endless = startInShell(rig, '"$@" < /dev/zero', ['hook', event]);
  expect(await endless.exited).toEqual({ code: 1, signal: null });
  expect(endless.stderr()).toMatch(/^codex-companion: Cannot (?:read|use) the hook's input: [^\n]+\n$/u);
  for (const line of ['"$@" <&-', '"$@" < /', '"$@" < /dev/null']) {
    const shell = startInShell(rig, line, ['hook', event]);
    expect({ line, ...(await shell.exited) }).toEqual({ line, code: 0, signal: null });
  }
});
