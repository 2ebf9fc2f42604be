import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { JobView } from '../../src/contract/job-view.ts';
import { eventually } from '../support/eventually.ts';
import { received } from '../support/fake-codex/journal.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { git, makeRepository, writeFiles } from '../support/git.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { expectNothingStarted } from './cli.ts';
import { interrupts, threadStarts } from './codex-side.ts';
import { inTurn, recordOf } from './records.ts';

const ReviewStart = v.object({
  params: v.object({ threadId: v.string(), target: v.looseObject({ type: v.string() }) }),
});

/** A workspace with a commit on `main`, a branch on top, and a change that is not committed. */
async function dirtyRig(options: Parameters<typeof startRig>[0] = {}) {
  const rig = await startRig(options);
  makeRepository(rig.workspace);
  git(rig.workspace, 'checkout', '--quiet', '-b', 'topic');
  writeFiles(rig.workspace, { 'a.txt': 'one\ntwo\n' });
  return rig;
}

const targets = (journal: string) =>
  received(journal, 'review/start').map((message) => v.parse(ReviewStart, message).params.target);

test.each(['fake', 'real'] as const)(
  'a review prints what the reviewer found, with its target (%s codex)',
  async (codex) => {
    const rig = await dirtyRig({ codex });

    const { code, stdout, stderr } = await rig.run(['review']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Codex Review\n\nTarget: working tree diff\n\n\S/u);
    expect(stderr).toContain('[codex] Starting Codex Review.');
    expect(stderr).toContain('[codex] Reviewer started: current changes');
    expect(stderr.match(/Turn started/gu)).toHaveLength(1);
  },
);

test.each(['fake', 'real'] as const)(
  'a review is a job with keys for scripts, detached too (%s codex)',
  async (codex) => {
    const rig = await dirtyRig({ codex });

    const payload = await rig.json(['review', '--scope', 'working-tree']);
    const accepted = await rig.json<{ jobId: string }>(['review', '--background']);
    expect((await rig.run(['wait', accepted.jobId])).code).toBe(0);
    const stored = await rig.json<{ job: JobView; storedJob: Record<string, unknown> }>(['result', accepted.jobId]);

    expect(payload).toMatchObject({
      review: 'Review',
      target: { mode: 'working-tree', label: 'working tree diff', explicit: true },
      threadId: expect.stringMatching(/./u),
      codex: { status: 0, stderr: '', stdout: expect.stringMatching(/./u), reasoning: [] },
    });
    expect(payload['sourceThreadId']).toBe(payload['threadId']);
    expect(accepted).toMatchObject({ status: 'queued', title: 'Codex Review', summary: 'Review working tree diff' });
    expect(accepted.jobId).toMatch(/^review-/u);
    expect(stored.job).toMatchObject({ kind: 'review', kindLabel: 'review', jobClass: 'review', write: false });
    expect(stored.storedJob).toMatchObject({
      result: { review: 'Review', target: { explicit: false } },
      rendered: expect.stringMatching(/^# Codex Review/u),
    });
    const plain = await rig.run(['result', accepted.jobId]);
    expect(plain.stdout).not.toContain('# Codex Review');
    expect(plain.stdout).toContain(`Resume in Codex: codex resume ${stored.job.threadId}`);
  },
);

test('what is reviewed is the dirty tree, else the branch, or what was asked for', async () => {
  const rig = await dirtyRig();

  await rig.run(['review']);
  await rig.run(['review', '--base', 'main']);
  git(rig.workspace, 'commit', '--quiet', '-am', 'second');
  await rig.run(['review']);
  writeFiles(rig.workspace, { 'b.txt': 'new\n' });
  await rig.run(['review', '--scope working-tree --model gpt-9']);

  const uncommitted = { type: 'uncommittedChanges' };
  const branch = { type: 'baseBranch', branch: 'main' };
  expect(targets(rig.journal)).toEqual([uncommitted, branch, branch, uncommitted]);
  expect(threadStarts(rig)).toEqual(Array(4).fill(expect.objectContaining({ sandbox: 'read-only' })));
});

test('model and effort of a review reach Codex as settings of its thread (real codex)', async () => {
  const rig = await dirtyRig({ codex: 'real' });

  const { jobId } = await rig.json<{ jobId: string }>(['review', '--model', 'gpt-5.6-sol', '--effort', 'high']);

  expect(rig.stub?.requests().map(({ model, effort }) => [model, effort])).toEqual([['gpt-5.6-sol', 'high']]);
  expect(recordOf(rig, jobId)?.resolved).toMatchObject({ model: 'gpt-5.6-sol', effort: 'high', sandbox: 'read-only' });
});

test.each([
  [['review', 'focus', 'on', 'auth'], /does not support custom focus text.*\/codex:adversarial-review focus on auth/u],
  [['review', '--scope working-tree focus on auth'], /\/codex:adversarial-review focus on auth/u],
  [
    ['review', '--scope', 'everything'],
    /Unsupported review scope "everything"\. Use one of: auto, working-tree, branch/u,
  ],
  [['adversarial-review', '--scope', 'staged'], /Unsupported review scope "staged"/u],
])('%j is refused before anything starts', async (args, why) => {
  const rig = await dirtyRig();

  const { code, stdout, stderr } = await rig.run(args);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(why);
  expect(existsSync(rig.stateDir)).toBe(false);
});

test('where nothing differs it says so, and there is no job', async () => {
  const rig = await startRig();
  makeRepository(rig.workspace);

  const text = await rig.run(['review']);
  const again = await rig.run(['review', '--base', 'HEAD', '--background']);

  expect(text).toEqual({
    code: 0,
    stdout:
      '# Codex Review\n\nTarget: branch diff against main\n\nNothing to review: the branch diff against main is empty.\n',
    stderr: '',
  });
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing to review') });
  expectNothingStarted(rig);
});

test('outside of a repository there is nothing to review, and nothing starts', async () => {
  const rig = await startRig();

  const cwd = rig.stateDir.replace(/state$/u, 'codex-home');

  const { code, stderr } = await rig.run(['review'], { cwd });

  expect(code).toBe(1);
  expect(stderr).toMatch(/not in a git repository/u);
  // What was asked for is wrong anywhere.
  expect(await rig.run(['review', 'my', 'login'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('/codex:adversarial-review my login'),
  });
  expect(existsSync(rig.stateDir)).toBe(false);
});

test('a review that is cancelled is interrupted by the id that its turn really has', async () => {
  const rig = await dirtyRig({ env: { FAKE_CODEX_REVIEW: fakePrompt({ do: 'say' }, { do: 'hang' }) } });
  const { jobId } = await rig.json<{ jobId: string }>(['review', '--background']);
  // Said in the turn that runs: by then the job knows which one that is.
  const { turnId } = await inTurn(rig, jobId, (job) => job.work.lastMessage !== null);

  expect(await rig.json(['cancel', jobId])).toMatchObject({ turnInterruptAttempted: true, turnInterrupted: true });

  expect(interrupts(rig)).toEqual([expect.objectContaining({ turnId })]);
  expect(recordOf(rig, jobId)).toMatchObject({ status: 'cancelled' });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'a review that is told to go (%s) while it looks at the repository leaves no git behind',
  async (signal, exitCode) => {
    const rig = await dirtyRig();
    const bin = tempDir();
    const slowGit = path.join(bin, 'git');
    writeFileSync(slowGit, '#!/bin/sh\necho asked >&2\nexec sleep 60\n', { mode: 0o755 });

    const review = rig.start(['adversarial-review'], { env: { PATH: `${bin}:${process.env['PATH']}` } });
    await eventually(() => rig.processes().some(({ cmdline }) => cmdline.includes('sleep')), {
      withinMs: BOUND_MS,
      what: 'the slow git',
    });
    review.kill(signal);

    expect(await review.exited).toEqual({ code: exitCode, signal: null });
    expect(rig.processes()).toEqual([]);
    expect(existsSync(rig.stateDir)).toBe(false);
  },
);

test('--background returns at once with the job, and with --wait it is followed', async () => {
  const rig = await dirtyRig();

  const { code, stdout, stderr } = await rig.run(['review', '--background']);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^Codex Review started in the background as (review-\S+)\. Check \/codex:status \1 for progress\.\n$/u,
  );
  const followed = await rig.json<{ jobId: string; review: string }>(['review', '--background', '--wait']);
  expect(followed.review).toBe('Review');
  expect(recordOf(rig, followed.jobId)).toMatchObject({ status: 'completed', foreground: false });
});

test('with --json nothing is said on stderr', async () => {
  const rig = await dirtyRig();

  const { code, stderr } = await rig.run(['review', '--json']);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
