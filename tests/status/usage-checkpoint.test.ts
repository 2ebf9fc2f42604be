import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NO_TOKENS } from '../../src/contract/usage.ts';
import { finishedName } from '../../src/status/finished-name.ts';
import { JobStore } from '../../src/status/store.ts';
import { CHECKPOINT_AFTER, usageTotals } from '../../src/status/usage-totals.ts';
import { tempDir } from '../support/temp.ts';
import { completedJob } from './jobs.ts';

/** Even, and some more than a checkpoint needs. */
const MANY = CHECKPOINT_AFTER + 80;
const START_MS = Date.parse('2026-01-02T00:00:00.000Z');

/** Empty files of ended jobs, the nth `n` minutes after the start, each of one token and every second one of session `even`. */
class Workspace {
  readonly directory = path.join(tempDir(), 'workspace');
  readonly checkpoints = path.join(this.directory, 'usage.json');
  readonly #files: string[] = [];

  constructor() {
    for (const folder of ['', 'finished']) mkdirSync(path.join(this.directory, folder), { mode: 0o700 });
    for (let n = 0; n < MANY; n += 1) this.put(n);
  }

  put(minutes: number): void {
    const job = completedJob(new Date(START_MS + minutes * 60_000).toISOString());
    const work = { ...job.work, usage: { ...NO_TOKENS, totalTokens: 1 } };
    const file = path.join(this.directory, 'finished', finishedName({ ...job, work, sessionId: session(minutes) }));
    writeFileSync(file, '');
    this.#files.push(file);
  }

  remove(n: number): void {
    rmSync(this.#files[n] ?? '');
  }

  /** As another process would: nothing is remembered but in files. */
  total(sessionId: string | null = null): number {
    const { jobs, usage } = usageTotals(JobStore.open(this.directory), sessionId, []);
    expect(usage.totalTokens).toBe(jobs);
    return jobs;
  }

  /** Makes the checkpoint of everybody's jobs tell, by a number that no sum could have, that it was used. */
  mark(): void {
    this.total();
    const kept = JSON.parse(readFileSync(this.checkpoints, 'utf8'));
    kept.checkpoints.everybody.jobs += 1_000_000;
    kept.checkpoints.everybody.usage.totalTokens += 1_000_000;
    writeFileSync(this.checkpoints, JSON.stringify(kept));
  }
}

const OTHER_CONTENT = [
  '',
  '{',
  '[]',
  '{"version":2,"checkpoints":{}}',
  '{"version":1,"checkpoints":{"everybody":{"count":-1}}}',
];

function session(n: number): string {
  return n % 2 === 0 ? 'even' : 'odd';
}

test('the sum of many is kept, and only what ended after it is added', () => {
  const workspace = new Workspace();
  workspace.mark();
  expect(workspace.total()).toBe(1_000_000 + MANY);
  workspace.put(MANY);
  expect(workspace.total()).toBe(1_000_000 + MANY + 1);
});

test('each session has its own', () => {
  const workspace = new Workspace();
  workspace.mark();
  for (const _ of ['made', 'used']) {
    expect(workspace.total('even')).toBe(MANY / 2);
    expect(workspace.total('nobody')).toBe(0);
  }
  workspace.put(MANY);
  expect(workspace.total('even')).toBe(MANY / 2 + 1);
  expect(workspace.total()).toBe(1_000_000 + MANY + 1);
});

test.each<[string, number, (workspace: Workspace) => void]>([
  ['the oldest is removed', MANY - 1, (workspace) => workspace.remove(0)],
  ['one in the middle is removed', MANY - 1, (workspace) => workspace.remove(300)],
  ['an end comes in before others', MANY + 1, (workspace) => workspace.put(300.5)],
  ['all are removed', 0, (workspace) => Array.from({ length: MANY }, (_, n) => workspace.remove(n))],
])('it is made anew when %s', (_, expected, change) => {
  const workspace = new Workspace();
  workspace.mark();
  change(workspace);
  expect(workspace.total()).toBe(expected);
});

test('a file of other content is replaced', () => {
  const workspace = new Workspace();
  for (const content of OTHER_CONTENT) {
    writeFileSync(workspace.checkpoints, content);
    expect(workspace.total(), content).toBe(MANY);
  }
  workspace.mark();
  expect(workspace.total()).toBe(1_000_000 + MANY);
});

test('of few jobs none is made, nor by who must not write here', () => {
  const workspace = new Workspace();
  mkdirSync(workspace.checkpoints);
  expect(workspace.total()).toBe(MANY);
  rmSync(workspace.checkpoints, { recursive: true });
  for (let n = CHECKPOINT_AFTER; n < MANY; n += 1) workspace.remove(n);
  expect(workspace.total()).toBe(CHECKPOINT_AFTER);
  expect(existsSync(workspace.checkpoints)).toBe(false);
});
