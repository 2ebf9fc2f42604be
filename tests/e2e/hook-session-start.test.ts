import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { spawnCaptured } from '../support/process.ts';
import { startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { expectNothingStarted } from './cli.ts';
import { hook } from './hooks.ts';

test('the start of a session exports its id, its transcript and the data directory, and says nothing', async () => {
  const rig = await startRig();
  const file = path.join(tempDir(), 'env');
  const input = { hook_event_name: 'SessionStart', session_id: 'sess-1', transcript_path: '/t/sess-1.jsonl' };
  const env = { CLAUDE_ENV_FILE: file, CLAUDE_PLUGIN_DATA: '/data/codex' };

  expect(await hook(rig, 'session-start', input, { env })).toEqual({ code: 0, stdout: '', stderr: '' });

  expect(readFileSync(file, 'utf8')).toBe(
    "export CODEX_COMPANION_SESSION_ID='sess-1'\n" +
      "export CODEX_COMPANION_TRANSCRIPT_PATH='/t/sess-1.jsonl'\n" +
      "export CLAUDE_PLUGIN_DATA='/data/codex'\n",
  );
  expectNothingStarted(rig);
});

test('what is not known is not exported, and what the file held stays', async () => {
  const rig = await startRig();
  const file = path.join(tempDir(), 'env');
  writeFileSync(file, 'export OTHER=1\n');
  const env = { CLAUDE_ENV_FILE: file, CLAUDE_PLUGIN_DATA: '' };

  await hook(rig, 'session-start', { session_id: 'one', transcript_path: null }, { env });
  await hook(rig, 'session-start', { session_id: '' }, { env });
  await hook(rig, 'session-start', {}, { env });

  expect(readFileSync(file, 'utf8')).toBe("export OTHER=1\nexport CODEX_COMPANION_SESSION_ID='one'\n");
});

test('a host without a file of exports is left alone', async () => {
  const rig = await startRig();
  const nothing = { code: 0, stdout: '', stderr: '' };
  expect(await hook(rig, 'session-start', { session_id: 'one' })).toEqual(nothing);
  expect(await hook(rig, 'session-start', { session_id: 'one' }, { env: { CLAUDE_ENV_FILE: '' } })).toEqual(nothing);
});

test('a shell that reads the exports has the values as they were, whatever is in them', async () => {
  const rig = await startRig();
  const file = path.join(tempDir(), 'env');
  const session = `it's "$(touch /tmp/never)" \`id\` \\ ; & ü $HOME`;
  const env = { CLAUDE_ENV_FILE: file, CLAUDE_PLUGIN_DATA: `/da'ta/''` };
  await hook(rig, 'session-start', { session_id: session, transcript_path: "'" }, { env });

  const print = 'printf "%s\\n" "$CODEX_COMPANION_SESSION_ID" "$CODEX_COMPANION_TRANSCRIPT_PATH" "$CLAUDE_PLUGIN_DATA"';
  const shell = spawnCaptured('sh', ['-c', `. "$0"; ${print}`, file], { env: { HOME: '/' }, input: '' });
  await shell.exited;

  expect(shell.stdout()).toBe(`${session}\n'\n/da'ta/''\n`);
});

test.each([
  [{ session_id: 'a\nexport EVIL=1' }, {}, /session_id: it has control characters in it/u],
  [{ transcript_path: 'a\u0000b' }, {}, /transcript_path: it has control characters in it/u],
  [{ session_id: 'x'.repeat(257) }, {}, /session_id: it is longer than 256 characters/u],
  [{ session_id: 'fine' }, { CLAUDE_PLUGIN_DATA: 'a\nb' }, /CLAUDE_PLUGIN_DATA: its value has control characters/u],
])('values that would be something else in a shell are refused, all of them: %j', async (input, more, why) => {
  const rig = await startRig();
  const file = path.join(tempDir(), 'env');
  writeFileSync(file, '');

  const { code, stdout, stderr } = await hook(rig, 'session-start', input, { env: { CLAUDE_ENV_FILE: file, ...more } });

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^codex-companion: [^\n]+\n$/u);
  expect(stderr).toMatch(why);
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('a file of exports that cannot be written is said in one line, and a pipe that nobody reads is not waited for', async () => {
  const rig = await startRig();
  const pipe = path.join(tempDir(), 'pipe');
  await spawnCaptured('mkfifo', [pipe], { input: '' }).exited;

  for (const file of [tempDir(), '/no/such/place/env', pipe]) {
    const { code, stderr } = await hook(rig, 'session-start', { session_id: 'x' }, { env: { CLAUDE_ENV_FILE: file } });
    expect({ file, code }).toEqual({ file, code: 1 });
    expect(stderr).toMatch(/^codex-companion: Cannot write "[^\n]+" \(from CLAUDE_ENV_FILE\): [^\n]+\n$/u);
  }
});
