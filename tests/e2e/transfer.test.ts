import { cpSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { received } from '../support/fake-codex/journal.ts';
import { startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { growTranscript, SESSION, writeTranscript } from '../support/transcript-of-claude.ts';
import { expectNothingStarted } from './cli.ts';
import { appServersStarted } from './codex-side.ts';

const SHORT_LIMITS = new URL('./fixtures/short-limits.cjs', import.meta.url).pathname;

interface Transferred {
  readonly threadId: string;
  readonly resumeCommand: string;
  readonly sourcePath: string;
  readonly sessionId: string;
}

test.each(['fake', 'real'] as const)(
  'a session becomes a Codex thread, and the same one however often it is transferred (%s codex)',
  async (codex) => {
    const rig = await startRig({ codex });
    const source = writeTranscript(rig.home);

    const first = await rig.json<Transferred>(['transfer', '--source', source]);
    const again = await rig.json<Transferred>(['transfer', '--source', source]);
    growTranscript(source);
    const grown = await rig.json<Transferred>(['transfer', '--source', source]);

    expect(first).toEqual({
      threadId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
      resumeCommand: `codex resume ${first.threadId}`,
      sourcePath: realpathSync(source),
      sessionId: SESSION,
    });
    expect(again).toEqual(first);
    expect(grown).toEqual(first);
  },
);

test('a transfer tells people how to go on, and leaves no job', async () => {
  const rig = await startRig();
  const source = writeTranscript(rig.home);

  const { code, stdout, stderr } = await rig.run(['transfer', '--source', source]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [first, , id, resume] = stdout.split('\n');
  expect(first).toBe(`Transferred the Claude session ${SESSION} to a Codex thread.`);
  const [, threadId] = /^Codex session ID: (\S+)$/u.exec(id ?? '') ?? [];
  expect(resume).toBe(`Resume in Codex: codex resume ${threadId}`);
  expect(await rig.json(['status'])).toMatchObject({ running: [], latestFinished: null });
});

test.each([
  ['early', 'the notice comes before the answer'],
  ['bare', 'the notice says nothing, and the thread is in the records of Codex'],
])('a transfer finds its thread when %s: %s', async (how) => {
  const rig = await startRig({ env: { FAKE_CODEX_IMPORT: how } });
  const source = writeTranscript(rig.home);

  const { threadId } = await rig.json<Transferred>(['transfer', '--source', source]);

  expect(threadId).toMatch(/^[0-9a-f-]{36}$/u);
});

test('the transcript is the one of the environment, and --source goes before it', async () => {
  const rig = await startRig();
  const source = writeTranscript(rig.home);
  const other = path.join(path.dirname(source), 'other.jsonl');
  cpSync(source, other);
  const env = { CODEX_COMPANION_TRANSCRIPT_PATH: source };

  expect(await rig.json(['transfer'], { env })).toMatchObject({ sessionId: SESSION });
  expect(await rig.json(['transfer', '--source', other], { env })).toMatchObject({ sessionId: 'other' });
});

test('a source may be relative, below ~, or a link to a transcript', async () => {
  const rig = await startRig();
  const source = writeTranscript(rig.home);
  const below = path.join('.claude', 'projects', '-work', `${SESSION}.jsonl`);
  const link = path.join(rig.workspace, 'link.jsonl');
  symlinkSync(source, link);

  for (const named of [`~/${below}`, path.join('..', below), 'link.jsonl'])
    expect(await rig.json(['transfer', '--source', named])).toMatchObject({ sourcePath: realpathSync(source) });
});

test('a source that Codex could not import is refused before anything is started', async () => {
  const rig = await startRig();
  const home = rig.home;
  const source = writeTranscript(home);
  const projects = path.join(realpathSync(home), '.claude', 'projects');
  const outside = path.join(rig.workspace, 'outside.jsonl');
  writeFileSync(outside, '{}\n');
  const escaping = path.join(path.dirname(source), 'escape.jsonl');
  symlinkSync(outside, escaping);
  const directory = path.join(projects, 'directory.jsonl');
  mkdirSync(directory);

  const refusals = [
    [[], /^Could not identify the current Claude transcript\. Retry with --source /u],
    [['--source', 'notes.txt'], /^Claude session source must be a JSONL file: \/.*\/notes\.txt$/u],
    [['--source', 'none.jsonl'], /^Claude session file not found: \/.*\/none\.jsonl$/u],
    [['--source', directory], /^Claude session file not found: /u],
    [['--source', outside], /only from .*\.claude.*projects/u],
    [['--source', escaping], /only from .*\.claude.*projects.*outside\.jsonl$/u],
  ] as const;
  for (const [args, message] of refusals) {
    const { code, stdout, stderr } = await rig.run(['transfer', ...args], { env: { CODEX_COMPANION_CODEX: '/no' } });
    expect({ args, code, stdout }).toEqual({ args, code: 1, stdout: '' });
    expect(stderr.replace(/^codex-companion: /u, '').trimEnd()).toMatch(message);
  }
  expectNothingStarted(rig);
});

test('without a folder of projects there is no transcript', async () => {
  const rig = await startRig();
  const { code, stderr } = await rig.run(['transfer', '--source', 'a.jsonl'], { env: { HOME: tempDir() } });
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('Claude session file not found: ') });
});

test.each([
  [
    'a Codex without imports',
    { FAKE_CODEX_MINIMAL: '1' },
    5,
    /does not support Claude session transfer.*@openai\/codex@latest/u,
  ],
  ['no Codex', { CODEX_COMPANION_CODEX: '/no/codex' }, 5, /"\/no\/codex"/u],
  ['a Codex that does not start', { FAKE_CODEX_START: 'exit:7' }, 5, /Cannot start .*told to exit with 7/u],
  ['a refusal', { FAKE_CODEX_IMPORT: 'error:-32000' }, 1, /fake: externalAgentConfig\/import is told to fail/u],
  ['an import that records nothing', { FAKE_CODEX_IMPORT: 'unrecorded' }, 1, /did not record an imported thread/u],
  ['a Codex that dies of it every time', { FAKE_CODEX_IMPORT: 'exit:3' }, 5, /3 brokers ended in a row \(.*code 3/u],
])('a transfer that cannot be says why: %s', async (_what, env, exit, message) => {
  const rig = await startRig({ env });
  const source = writeTranscript(rig.home);

  const { code, stdout, stderr } = await rig.run(['transfer', '--source', source, '--json']);

  expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
  expect(stderr).toMatch(/^codex-companion: [^\n]+\n$/u);
  expect(stderr).toMatch(message);
});

test('what Codex has against a transcript is told in its own words', async () => {
  const rig = await startRig();
  const source = writeTranscript(rig.home);
  await rig.run(['broker', 'start'], { env: { HOME: tempDir() } });

  const { code, stderr } = await rig.run(['transfer', '--source', source]);

  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `codex-companion: Codex cannot import the Claude session: external agent session was not detected for import: ${realpathSync(source)}\n`,
  });
});

test('an import that does not end is given up after a minute, and can be tried again', async () => {
  const behaviour = path.join(tempDir(), 'behaviour');
  writeFileSync(behaviour, 'unfinished');
  const rig = await startRig({ env: { FAKE_CODEX_IMPORT: `@${behaviour}` } });
  const source = writeTranscript(rig.home);
  await rig.run(['broker', 'start']);

  const { code, stdout, stderr } = await rig.run(['transfer', '--source', source], {
    env: { NODE_OPTIONS: `--require=${SHORT_LIMITS}` },
  });

  expect({ code, stdout }).toEqual({ code: 124, stdout: '' });
  expect(stderr).toMatch(/^codex-companion: Codex has not finished the import within 60 s /u);
  expect(received(rig.journal, 'externalAgentConfig/import')).toHaveLength(1);
  writeFileSync(behaviour, '');
  expect(await rig.json(['transfer', '--source', source])).toMatchObject({ sessionId: SESSION });
  expect(appServersStarted(rig)).toBe(1);
});
