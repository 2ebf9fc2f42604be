import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { labelOf } from '../e2e/records.ts';
import { SCRIPTED, startScriptedRig } from '../e2e/scripted.ts';
import type { Rig } from '../support/rig.ts';

const SECRET = 'xyzzy-what-only-codex-may-know';
const PROMPT = `${SECRET} ${SCRIPTED}`;

test.each([
  ['on standard input', ['task'], PROMPT],
  ['on standard input, of a job in the background', ['task', '--background'], PROMPT],
  ['in a file', ['task', '--prompt-file', 'prompt.txt'], ''],
  ['as words', ['task', PROMPT], ''],
])('a prompt %s shows in no list of processes or environment but where it was typed', async (_where, args, input) => {
  const { rig, nextTurn } = await startScriptedRig();
  writeFileSync(path.join(rig.workspace, 'prompt.txt'), PROMPT);
  const seen: Seen[] = [];
  const watch = setInterval(() => seen.push(...seenWith(rig)), 20);
  onTestFinished(() => clearInterval(watch));
  rig.start(args, { input });

  const turn = await nextTurn();

  clearInterval(watch);
  seen.push(...seenWith(rig));
  expect(turn.prompt).toBe(PROMPT);
  // The broker with its threads, and the app-server.
  expect(seen.map(({ pid }) => pid)).toEqual(expect.arrayContaining([labelOf(rig)?.process.pid, turn.pid]));
  // Words are in the arguments of the command itself, and for a moment in those of what it forks.
  const others = seen.map(({ text }) => text.replaceAll(args.includes(PROMPT) ? args.join('\0') : '\0', ' '));
  expect(others.filter((text) => text.includes(SECRET))).toEqual([]);
  await turn.run({ do: 'finish' });
});

interface Seen {
  readonly pid: number;
  readonly text: string;
}

/** The rig's processes with all that `ps` can show of them. */
function seenWith(rig: Rig): Seen[] {
  return rig
    .processes()
    .map(({ pid }) => ({ pid, text: ['cmdline', 'environ', 'comm'].map(readProc(pid)).join('\n') }));
}

function readProc(pid: number): (file: string) => string {
  return (file) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'latin1');
    } catch {
      // It has ended meanwhile.
      return '';
    }
  };
}
