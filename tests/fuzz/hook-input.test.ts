import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Flag, LongText, Path, parseInput, SessionId } from '../../src/cli/hooks/input.ts';
import { exportLine } from '../../src/cli/hooks/session-start.ts';
import { untilReleased } from '../e2e/hooks.ts';
import { type OpenRig, openRig, type Rig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { fuzz } from './fuzz.ts';
import { hostileText, hostileValue, jsonOf, mutated, randomBytes, scribbled } from './hostile.ts';

const EVENTS = ['session-start', 'session-end', 'stop', 'user-prompt-submit'] as const;

const InputSchema = v.object({
  session_id: SessionId,
  transcript_path: Path,
  cwd: Path,
  stop_hook_active: Flag,
  last_assistant_message: LongText,
});

/** What a host says, and what a hostile one might. */
const honest = fc.record(
  {
    hook_event_name: fc.constantFrom('SessionStart', 'SessionEnd', 'Stop', 'UserPromptSubmit'),
    session_id: fc.oneof(fc.uuid(), hostileText),
    transcript_path: fc.oneof(fc.constant('/t/a.jsonl'), hostileText),
    cwd: fc.oneof(fc.constant('/'), hostileText),
    stop_hook_active: fc.oneof(fc.boolean(), hostileValue),
    last_assistant_message: fc.oneof(fc.string(), hostileValue),
    prompt: hostileValue,
  },
  { requiredKeys: [] },
);
const said = fc.oneof(honest, mutated(honest), hostileValue).map((value) => Buffer.from(jsonOf(value)));
const input = fc.oneof({ weight: 4, arbitrary: said }, scribbled(said), randomBytes);

let open: OpenRig;
let rig: Rig;

beforeAll(async () => {
  open = await openRig();
  rig = open.rig;
});

afterAll(() => open.close());

test('whatever comes, it is an input of the right types, or an error in one short line', async () => {
  const property = fc.property(input, (bytes) => {
    const outcome = outcomeOf(bytes.toString('utf8'));
    if (typeof outcome === 'string') {
      expect(outcome).toMatch(/^Cannot (?:read|use) the hook's input: .+$/u);
      expect(outcome).not.toMatch(/\p{Cc}/u);
      expect(outcome.length).toBeLessThan(500);
      return;
    }
    const { session_id: sessionId, transcript_path: transcript, cwd, stop_hook_active: again } = outcome;
    for (const text of [sessionId, transcript, cwd]) expect(text ?? 'none').toMatch(/^[^\p{Cc}\p{Cs}]+$/u);
    expect(typeof again).toBe('boolean');
  });
  await fuzz(property, { runs: 500, part: 0.3 });
});

test('a shell that reads an export has the value as it was, and runs nothing of it', async () => {
  const directory = tempDir();
  const values = fc.array(fc.oneof(hostileText, fc.string({ unit: fc.constantFrom(...`'"$\`\\;&|#!~ {}x`) })), {
    maxLength: 60,
  });
  const property = fc.property(values, (list) => {
    const exported = list.filter(isExportable);
    const file = path.join(directory, 'env');
    writeFileSync(file, exported.map((value, index) => exportLine(`V${index}`, value)).join(''));
    const print = exported.map((_value, index) => `printf '%s\\0' "\${V${index}}"`).join('\n');
    const script = path.join(directory, 'script');
    writeFileSync(script, `. ${file}\n${print}\n`);
    const { stdout, stderr } = spawnSync('/bin/sh', [script], { env: {}, encoding: 'utf8', cwd: directory });
    expect(stderr).toBe('');
    expect(stdout.split('\0').slice(0, -1)).toEqual(exported.map((value) => Buffer.from(value).toString('utf8')));
  });
  await fuzz(property, { runs: 20, part: 0.3 });
});

test('a hook ends with 0 or 1 whatever it is told, says at most one line, and leaves nothing', async () => {
  const exports = path.join(rig.workspace, '..', 'exports');
  const property = fc.asyncProperty(fc.constantFrom(...EVENTS), input, async (event, bytes) => {
    const hook = rig.start(['hook', event], { input: bytes.toString('latin1'), env: { CLAUDE_ENV_FILE: exports } });
    const { code, signal } = await hook.exited;
    expect({ signal, stdout: hook.stdout() }).toEqual({ signal: null, stdout: '' });
    expect([0, 1]).toContain(code);
    expect(hook.stderr()).toMatch(code === 0 ? /^$/u : /^codex-companion: [^\n]+\n$/u);
  });
  await fuzz(property, { runs: 40, part: 0.4 });

  if (existsSync(exports)) expect(readFileSync(exports, 'utf8')).toMatch(/^(?:export [A-Z_]+='[^\n]*'\n)*$/u);
  await untilReleased(rig);
  expect([rig.stateDir, rig.runtimeDir, rig.journal].filter((trace) => existsSync(trace))).toEqual([]);
});

function outcomeOf(json: string): v.InferOutput<typeof InputSchema> | string {
  try {
    return parseInput(InputSchema, json);
  } catch (error) {
    return error instanceof Error ? error.message : 'Thrown: not an error';
  }
}

function isExportable(value: string): boolean {
  return value !== '' && !/\p{Cc}/u.test(value);
}
