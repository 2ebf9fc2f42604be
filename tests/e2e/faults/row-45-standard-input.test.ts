import { expect, test } from 'vitest';
import { startRig } from '../../support/rig.ts';
import { expectNothingStarted, startInShell, startOpen } from '../cli.ts';
import { promptsAtCodex } from '../codex-side.ts';

test('row 45: standard input is not read beside words, whatever it is; one that stays silent is waited for no longer than 10 s', async () => {
  const rig = await startRig();
  const silent = startOpen(rig, ['task']);
  const shells = ['"$@" <&-', 'true | "$@"', '"$@" </dev/null', '"$@" </dev/zero'];

  const besideWords = [
    startOpen(rig, ['task', 'open']),
    ...shells.map((line) => startInShell(rig, line, ['task', line])),
  ];

  for (const client of besideWords) expect(await client.exited).toEqual({ code: 0, signal: null });
  expect(promptsAtCodex(rig).sort()).toEqual(['open', ...shells].sort());
  expect(await silent.exited).toEqual({ code: 2, signal: null });
  expect(silent.stderr()).toMatch(/^codex-companion: Nothing came on standard input for 10 s .*\n$/u);
});

test('row 45: a pipe is read to its end, however slowly it comes', async () => {
  const rig = await startRig();

  const client = startOpen(rig, ['task', '-']);
  client.write('first ');
  client.write('second');
  client.endInput();

  expect(await client.exited).toEqual({ code: 0, signal: null });
  expect(promptsAtCodex(rig)).toEqual(['first second']);
});

test('row 45: a prompt on a standard input that does not block, and is empty at first, is read to its end', async () => {
  const rig = await startRig();
  // Node makes a pipe non-blocking for everybody who has it; killed, it cannot undo that.
  const program = 'process.stdin.resume(); setTimeout(() => process.kill(process.pid, "SIGKILL"), 300)';
  const line = `{ "${process.execPath}" -e '${program}'; "$@"; } < <(sleep 0.6; printf "say hello")`;

  const shell = startInShell(rig, line, ['task', '-']);

  expect(await shell.exited).toEqual({ code: 0, signal: null });
  expect(promptsAtCodex(rig)).toEqual(['say hello']);
});

test('row 45: a standard input that never ends is cut off at the greatest prompt, and nothing starts', async () => {
  const rig = await startRig();

  const shell = startInShell(rig, '"$@" </dev/zero', ['task', '-']);

  expect(await shell.exited).toEqual({ code: 2, signal: null });
  expect(shell.stderr()).toContain('longer than');
  expectNothingStarted(rig);
});
