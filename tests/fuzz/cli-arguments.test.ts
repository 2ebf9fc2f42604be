import { spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { spawnCaptured } from '../support/process.ts';
import { BOUND_MS, type OpenRig, openRig } from '../support/rig.ts';
import { fuzz } from './fuzz.ts';
import { hostileText } from './hostile.ts';

const DOCUMENTED = new Set<number>(Object.values(EXIT));

/** Longest sentence that is still clear. */
const MAX_SENTENCE_CHARS = 2_500;

const AT_ONCE = 4;

const COMMANDS = [
  ...['task', 'review', 'adversarial-review', 'status', 'wait', 'result', 'cancel', 'logs', 'events', 'explain'],
  ...['setup', 'transfer', 'task-resume-candidate', 'help', 'broker start', 'broker stop', 'broker restart'],
  ...['broker status', 'broker', 'statsu', 'broker strat', '__proto__', 'constructor', ''],
];
const FLAGS = [
  ...[
    '--json',
    '-C',
    '--cwd',
    '--all',
    '--wait',
    '--timeout-ms',
    '--background',
    '--write',
    '-m',
    '--model',
    '--effort',
  ],
  ...['--prompt-file', '--timeout', '--idle-timeout', '--queue-timeout', '--any', '-f', '--follow', '-n', '--lines'],
  ...['--exit-code', '--topic', '--since', '--force', '--help', '--version', '-h', '-V', '--', '-', '--resume'],
  ...['--wirte', '-z', '-mC', '--json=no', '--timeout=', '--timeout=-1', '--cwd=/no/such', '---', '--__proto__'],
];
const VALUES = [
  ...['45m', '0', '-1', '0x10', '1e9', '9'.repeat(400), 'soon', '.', '/', '/etc/passwd', '/dev/null', '/no/such/place'],
  ...[
    'job',
    'task-',
    'task-0mabcdef0-aaaaaaaa',
    '../../escaped',
    'high',
    'a\nb',
    '"unclosed',
    '\\',
    'words of a prompt',
  ],
];

// No NUL: it cannot be in an argument. No half of a pair: it would arrive as another character.
const wild = hostileText.map((text) => text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, ''));
const word = fc.oneof(fc.constantFrom(...FLAGS), fc.constantFrom(...FLAGS), fc.constantFrom(...VALUES), wild);
const vector = fc
  .tuple(fc.constantFrom(...COMMANDS), fc.array(word, { maxLength: 5 }))
  .map(([command, words]) => [...command.split(' '), ...words]);

let open: OpenRig;

beforeAll(async () => {
  // Without a Codex nothing that a vector might ask for is started.
  open = await openRig({ env: { CODEX_COMPANION_CODEX: '/no/codex' } });
});

afterAll(() => open.close());

test('any arguments end in a documented exit status, and a mistake is told in one clear sentence', async () => {
  const property = fc.asyncProperty(fc.array(vector, { minLength: 8, maxLength: 8 }), async (vectors) => {
    for (let at = 0; at < vectors.length; at += AT_ONCE)
      await Promise.all(vectors.slice(at, at + AT_ONCE).map(checkRun));
  });
  await fuzz(property, { runs: 5 });
  expect(open.rig.processes()).toEqual([]);
});

test.each([
  ['without an end', '/dev/zero'],
  ['that is a directory', '/'],
])('a prompt file %s is refused at once', async (_what, file) => {
  const { code, stderr } = await run(['task', '--prompt-file', file]);
  expect(code).toBe(EXIT.usage);
  expect(stderr).toMatch(/^codex-companion: [^\n]+\n$/u);
});

test('a prompt file that is a pipe is read when somebody writes to it', async () => {
  const pipe = path.join(open.rig.workspace, 'pipe');
  spawnSync('mkfifo', [pipe]);
  const command = open.rig.start(['task', '--prompt-file', pipe]);
  spawnCaptured('sh', ['-c', 'echo words > "$0"', pipe]);
  // It has a prompt: what is missing now is Codex.
  expect(await command.exited).toMatchObject({ code: EXIT.codexUnusable });
});

async function checkRun(args: readonly string[]): Promise<void> {
  const { code, stderr } = await run(args);
  expect(DOCUMENTED.has(code ?? -1), `${JSON.stringify(args)} exits with ${code}: ${stderr.slice(0, 2_000)}`).toBe(
    true,
  );
  expect(stderr, JSON.stringify(args)).not.toMatch(/^ +at .+:\d+:\d+/mu);
  expect(stderr, JSON.stringify(args)).not.toMatch(/(?![\n\t])\p{Cc}/u);
  if (code === EXIT.usage) {
    // Without a command, and after "help", it is the whole help.
    expect(stderr, JSON.stringify(args)).toMatch(/^codex-companion: [^\n]+\n$|^Usage: codex-companion /u);
    expect(stderr.length).toBeLessThan(MAX_SENTENCE_CHARS);
  }
}

/** The command's end; one that does not come in time counts as none. */
async function run(args: readonly string[]) {
  const child = open.rig.start(args);
  const timer = setTimeout(() => child.kill('SIGKILL'), BOUND_MS);
  const { code } = await child.exited;
  clearTimeout(timer);
  return { code, stderr: child.stderr() };
}
