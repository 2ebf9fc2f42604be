import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import type { ScriptedTurn } from '../support/fake-codex/control-server.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import type { Exit } from '../support/process.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { startInShell } from './cli.ts';
import { background, inTurn, statusOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

/** Not that of its reader. */
const STATUS_OF_COMMAND = 'exit "$PIPESTATUS"';

test('an interrupt that comes while the job is handed over cancels it, too', async () => {
  const rig = await startRig();
  const brokerPid = (await rig.json<{ pid: number }>(['broker', 'start'])).pid;
  process.kill(brokerPid, 'SIGSTOP');
  const client = rig.start(['task', 'FAKE:hang']);
  await eventually(() => mindsSignals(client.pid), { withinMs: BOUND_MS, what: 'client that minds signals' });

  client.kill('SIGINT');
  await client.waitForLine(/interrupt again to leave at once/u, BOUND_MS);
  process.kill(brokerPid, 'SIGCONT');

  expect(await client.exited).toEqual({ code: 130, signal: null });
  const { running, latestFinished } = await rig.json<{ running: unknown[]; latestFinished: unknown }>(['status']);
  expect({ running, latestFinished }).toMatchObject({ running: [], latestFinished: { status: 'cancelled' } });
});

test('a reader of stdout that leaves early is no error', async () => {
  const rig = await startRig();
  const prompt = fakePrompt({ do: 'finish', text: 'x'.repeat(1_000_000) });

  for (const args of [['task'], ['result'], ['status', '--all'], ['logs'], ['events', '--json']]) {
    const shell = startInShell(rig, `"$@" | head -c1; ${STATUS_OF_COMMAND}`, args, { input: prompt });
    expect({ args, ...(await shell.exited) }).toEqual({ args, code: 0, signal: null });
    expect(shell.stdout()).toHaveLength(1);
    expect(shell.stderr()).not.toMatch(/EPIPE|Error|defect/u);
  }
});

test('a command that follows ends when nobody reads it any more', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const id = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  await inTurn(rig, id);

  for (const args of [
    ['logs', '-f', id],
    ['events', '-f'],
  ]) {
    const shell = startInShell(rig, `"$@" | head -n1; ${STATUS_OF_COMMAND}`, args);
    await shell.waitForLine(/./u, BOUND_MS);
    await talkUntil(shell.exited, turn);
    expect({ args, ...(await shell.exited) }).toEqual({ args, code: 0, signal: null });
    expect(shell.stderr()).toBe('');
  }
  expect((await statusOf(rig, id)).status).toBe('running');
});

test('a foreground client whose stderr is closed still prints the answer', async () => {
  const rig = await startRig();

  const shell = startInShell(rig, '"$@" 2>&-', ['task', fakePrompt({ do: 'say' }, { do: 'wait', ms: 50 })]);

  expect(await shell.exited).toEqual({ code: 0, signal: null });
  expect(shell.stdout()).toBe('fake answer\n');
});

/** Node itself catches SIGINT from its start, but SIGHUP only once somebody has asked for it. Linux only. */
function mindsSignals(pid: number): boolean {
  const caught = /^SigCgt:\s*([0-9a-f]+)$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return ((BigInt(`0x${caught}`) >> BigInt(constants.signals.SIGHUP - 1)) & 1n) === 1n;
}

/** Gives the turn something to say until the process has ended. */
async function talkUntil(exited: Promise<Exit>, turn: ScriptedTurn): Promise<void> {
  let over = false;
  void exited.then(() => {
    over = true;
  });
  while (!over) {
    await turn.run({ do: 'say' });
    await turn.run({ do: 'wait', ms: 20 });
  }
}
