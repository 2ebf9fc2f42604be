import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MAX_MESSAGE_BYTES, MAX_QUEUED_MESSAGES } from '../../src/bus/frame.ts';
import { jobIdOfKey } from '../../src/contract/ids.ts';
import { eventually } from '../support/eventually.ts';
import type { ScriptedTurn } from '../support/fake-codex/control-server.ts';
import { peakMb, residentMb } from '../support/memory.ts';
import type { Captured } from '../support/process.ts';
import { isRunning, stateOf } from '../support/processes.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { startUnread } from './cli.ts';
import { background, ended, labelOf, recordOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

/** How many commands each job runs, of two notifications each: 20,000 notifications in all. */
const COMMANDS = { followed: 2_500, slow: 5_000, other: 417 };
const OTHERS = 6;

/** What may wait in the broker for a reader that has stopped (125), and for the garbage collector in nine heaps. */
const MAX_GROWTH_MB = (MAX_QUEUED_MESSAGES * MAX_MESSAGE_BYTES) / 1024 / 1024 + 75;

/** A client that follows a job has about 60 MB, and twice as much at worst; a log of 60 MB read as a whole would add 150. */
const MAX_CLIENT_MB = 130;

test('20,000 notifications of eight jobs at once, a frozen reader, a slow terminal: nothing is lost, memory is bounded, nobody waits', async () => {
  const { rig, nextTurn } = await startScriptedRig({ env: { CODEX_COMPANION_MAX_JOBS: '9' } });
  const followed = await background(rig, SCRIPTED);
  const followedTurn = await nextTurn();
  const slow = startUnread(rig, ['task', '--key', 'slow', SCRIPTED]);
  const slowId = jobIdOfKey('task', 'slow');
  const slowTurn = await nextTurn();
  const others = await Promise.all(Array.from({ length: OTHERS }, () => background(rig, SCRIPTED)));
  const otherTurns = await Promise.all(others.map(nextTurn));
  const frozen = await frozenReader(rig, followed, followedTurn);
  const brokerPid = labelOf(rig)?.process.pid ?? 0;
  const atRestMb = residentMb(brokerPid);

  const floods = Promise.all([
    followedTurn.run({ do: 'flood', count: COMMANDS.followed }),
    slowTurn.run({ do: 'flood', count: COMMANDS.slow }),
    ...otherTurns.map((turn) => turn.run({ do: 'flood', count: COMMANDS.other })),
  ]);
  // Whoever asks, or hands over another job, is served while all of that goes on.
  const [broker, status, task] = await Promise.all([
    rig.json(['broker', 'status']),
    rig.json(['status']),
    rig.run(['task', 'hello']),
  ]);
  await floods;
  for (const turn of [followedTurn, slowTurn, ...otherTurns]) turn.send({ do: 'finish', text: 'the end' });

  expect(broker).toMatchObject({ appServer: { state: 'ready' } });
  expect(status).toMatchObject({ running: expect.arrayContaining([expect.objectContaining({ id: followed })]) });
  expect(task).toMatchObject({ code: 0, stdout: 'fake answer\n' });

  for (const id of [followed, slowId, ...others]) expect(await ended(rig, id)).toMatchObject({ status: 'completed' });
  expect(peakMb(brokerPid) - atRestMb).toBeLessThan(MAX_GROWTH_MB);
  expect(peakMb(slow.pid)).toBeLessThan(MAX_CLIENT_MB);
  expect(commandsOf(rig, followed)).toEqual([0, ...range(COMMANDS.followed)]);
  expect(commandsOf(rig, slowId)).toEqual(range(COMMANDS.slow));
  for (const id of others) expect(commandsOf(rig, id)).toEqual(range(COMMANDS.other));

  const { code, stdout, stderr } = await slow.readToEnd();
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'the end\n' });
  expect(stderr).toContain(`[codex] Some lines are left out here (codex-companion logs ${slowId} has all of them)\n`);
  frozen.kill('SIGCONT');
  expect(await frozen.exited).toEqual({ code: 0, signal: null });
  expect(frozen.stderr()).toBe(`${followed} completed\n`);
  expect(frozen.stdout() === logOf(rig, followed)).toBe(true);
});

test('a log of 60 MB is printed in little memory, however it is printed', async () => {
  const rig = await startRig();
  const id = await background(rig, 'hello');
  await ended(rig, id);
  const line = `[2026-01-01T12:00:00.000Z] ${'x'.repeat(500)}\n`;
  const lines = Math.ceil((60 * 1024 * 1024) / line.length);
  writeFileSync(recordOf(rig, id)?.logFile ?? '', line.repeat(lines));

  const printed = await Promise.all([[], ['--json'], ['-f']].map((flags) => readWatched(rig, ['logs', id, ...flags])));

  for (const { code, stdout, peakSeenMb } of printed) {
    expect(code).toBe(0);
    expect(stdout.match(/x{500}/gu)).toHaveLength(lines);
    expect(peakSeenMb).toBeGreaterThan(10);
    expect(peakSeenMb).toBeLessThan(MAX_CLIENT_MB);
  }
});

/** Reads all that the command prints, and looks at its memory now and then, as long as it is there. */
async function readWatched(rig: Rig, args: readonly string[]) {
  const reader = startUnread(rig, args);
  let [peakSeenMb, nextLookAt] = [0, 0];
  const finished = await reader.readToEnd((readChars) => {
    if (readChars < nextLookAt || !isRunning(reader.pid)) return;
    nextLookAt += 1024 * 1024;
    peakSeenMb = peakMb(reader.pid);
  });
  return { ...finished, peakSeenMb };
}

/** Follows the job, has printed its first command, and is stopped. */
async function frozenReader(rig: Rig, id: string, turn: ScriptedTurn): Promise<Captured> {
  const reader = rig.start(['logs', '-f', id]);
  await turn.run({ do: 'flood', count: 1 });
  await reader.waitForLine(/Command completed: cmd-0 /u, BOUND_MS);
  reader.kill('SIGSTOP');
  await eventually(() => stateOf(reader.pid) === 'T', { withinMs: BOUND_MS, what: 'stopped reader' });
  return reader;
}

/** The numbers of the commands that the job's log has, in its order; each with its start and its end. */
function commandsOf(rig: Rig, id: string): number[] {
  const numbersIn = (pattern: RegExp) => [...logOf(rig, id).matchAll(pattern)].map(([, n]) => Number(n));
  const ends = numbersIn(/ Command completed: cmd-(\d+) \(exit 0\)\n/gu);
  expect(numbersIn(/ Running command: cmd-(\d+)\n/gu)).toEqual(ends);
  return ends;
}

function logOf(rig: Rig, id: string): string {
  return readFileSync(recordOf(rig, id)?.logFile ?? '', 'utf8');
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
