import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FinishedJob } from '../../src/contract/job.ts';
import { JobStore } from '../../src/status/store.ts';
import { eventually } from '../support/eventually.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { expectNothingStarted } from './cli.ts';
import { background, ended, inTurn, stateOf } from './records.ts';

const DAY_MS = 86_400_000;

interface Report {
  readonly dryRun: boolean;
  readonly removed: ReadonlyArray<{ readonly id: string }>;
  readonly kept: number;
  readonly keptUnread: number;
}

/** A finished job of this workspace for each of `days`, that many days old; oldest last. */
async function oldJobs(rig: Rig, days: readonly number[]): Promise<string[]> {
  const model = await ended(rig, await background(rig, 'model'));
  const store = JobStore.open(stateOf(rig));
  return days.map((ago, n) => {
    const at = new Date(Date.now() - ago * DAY_MS).toISOString();
    const id = `task-${String(n).padStart(9, '0')}-${String(n).padStart(8, 'a')}`;
    const job: FinishedJob = { ...model, id, completedAt: at, updatedAt: at, logFile: store.logFile(id) };
    store.write(job, { durable: false });
    return id;
  });
}

function idsOf({ removed }: Report): string[] {
  return removed.map(({ id }) => id).sort();
}

test('prune without a limit removes what is beyond the settings, and starts nothing', async () => {
  const rig = await startRig();
  const [young = '', old = ''] = await oldJobs(rig, [89, 91]);
  await rig.run(['broker', 'stop']);
  expect(idsOf(await rig.json(['prune']))).toEqual([]);
  const strict = { env: { CODEX_COMPANION_KEEP_JOBS: '1' } };
  expect(await rig.json(['prune', '--dry-run'], strict)).toMatchObject({
    dryRun: true,
    removed: [{ id: old }],
    kept: 2,
  });
  expect(await rig.json(['prune'], strict)).toMatchObject({ dryRun: false, removed: [{ id: old }], kept: 2 });
  expect((await rig.run(['status', old])).code).toBe(3);
  expect((await rig.run(['status', young])).code).toBe(0);
  expect((await rig.run(['prune'], strict)).stdout).toBe('Removed 0 finished jobs; 2 stay.\n');
  expect(rig.processes()).toEqual([]);
});

test('prune --keep leaves the newest jobs and the unread ones, prune --older-than goes by age alone', async () => {
  const rig = await startRig();
  const ids = await oldJobs(rig, [1, 10, 40, 100]);
  const [a = '', b = '', c = '', d = ''] = ids;
  await rig.run(['result', b]);
  expect(await rig.json(['prune', '--keep', '0', '--dry-run'])).toMatchObject({ keptUnread: 2 });
  expect(idsOf(await rig.json(['prune', '--keep', '2', '--dry-run']))).toEqual([b, d].sort());
  expect(idsOf(await rig.json(['prune', '--older-than', '30d', '--dry-run']))).toEqual([c, d].sort());
  expect(idsOf(await rig.json(['prune', '--older-than', '5d', '--keep', '3']))).toEqual([c, d].sort());
  expect((await rig.run(['status', a])).code).toBe(0);
});

test('prune never removes a job that runs or waits, whatever it is told to keep', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, 'FAKE:hang');
  await inTurn(rig, running);
  const waiting = await background(rig, 'waits');
  expect(await rig.json(['prune', '--keep', '0', '--older-than', '0'])).toMatchObject({ removed: [], kept: 0 });
  expect(await rig.json(['status', running])).toMatchObject({ job: { status: 'running' } });
  expect(await rig.json(['status', waiting])).toMatchObject({ job: { status: 'queued' } });
});

test('prune that is killed leaves no job without its log', async () => {
  const rig = await startRig();
  const store = JobStore.open(stateOf(rig));
  const ids = await oldJobs(
    rig,
    Array.from({ length: 400 }, (_, n) => 1 + n),
  );
  for (const id of ids) writeFileSync(store.logFile(id), 'log\n', { mode: 0o600 });

  const pruning = rig.start(['prune', '--older-than', '0']);
  await eventually(() => store.ids().size < 380, { withinMs: BOUND_MS, what: 'the first removals', everyMs: 1 });
  pruning.kill('SIGKILL');
  await pruning.exited;

  const left = store.list();
  for (const { id } of left) expect(existsSync(store.logFile(id)), id).toBe(true);
  expect(store.damaged).toEqual([]);
  expect(await rig.json(['prune', '--older-than', '0', '--dry-run'])).toMatchObject({ dryRun: true });
});

test('a limit that cannot be read is usage, and nothing is removed', async () => {
  const rig = await startRig();
  for (const args of [['--older-than', 'soon'], ['--keep', 'some'], ['--keep', '-1'], ['--all']])
    expect((await rig.run(['prune', ...args])).code, args.join(' ')).toBe(2);
  expectNothingStarted(rig);
});

test('a broker removes what is beyond the settings when it starts, and keeps what the settings keep', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_KEEP_JOBS: '2', CODEX_COMPANION_KEEP_DAYS: '30' } });
  const [, , old = ''] = await oldJobs(rig, [1, 29, 31]);
  await rig.run(['broker', 'stop']);
  await rig.run(['task', 'next']);
  const finished = path.join(stateOf(rig), 'finished');
  await eventually(() => readdirSync(finished).every((name) => !name.includes(old)), {
    withinMs: BOUND_MS,
    what: `removal of ${old}`,
  });
  expect(existsSync(path.join(stateOf(rig), 'logs', `${old}.log`))).toBe(false);
  expect(readdirSync(finished)).toHaveLength(4);
});

test('a broker with 0 for a setting keeps all', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_KEEP_JOBS: '1', CODEX_COMPANION_KEEP_DAYS: '0' } });
  const ids = await oldJobs(rig, [1, 1_000, 10_000]);
  await rig.run(['broker', 'stop']);
  await rig.run(['task', 'next']);
  await rig.run(['broker', 'stop']);
  for (const id of ids) expect((await rig.run(['status', id])).code).toBe(0);
});
