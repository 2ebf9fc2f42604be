import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { startRig } from '../support/rig.ts';
import { threadNames, threadStarts, turnStarts } from './codex-side.ts';
import { background, recordOf, statusOf } from './records.ts';

const READ_ONLY = { sandbox: 'read-only', approvalPolicy: 'never', ephemeral: false };

test('a task may only read unless --write is given, and is never asked for approval', async () => {
  const rig = await startRig();

  await rig.run(['task', 'look at it']);
  await rig.run(['task', '--write', 'change it']);

  const cwd = rig.workspace;
  expect(threadStarts(rig)).toEqual([
    { ...READ_ONLY, cwd },
    { ...READ_ONLY, cwd, sandbox: 'workspace-write' },
  ]);
});

test('model and effort reach the thread and the turn, and "spark" is short for a model', async () => {
  const rig = await startRig();

  await rig.run(['task', '--model', 'gpt-9', '--effort', 'xhigh', 'one']);
  await rig.run(['task', '-m', 'spark', '--effort', 'none', 'two']);
  await rig.run(['task', 'three']);

  expect(threadStarts(rig).map(({ model }) => model)).toEqual(['gpt-9', 'gpt-5.3-codex-spark', undefined]);
  expect(turnStarts(rig).map(({ model, effort }) => [model, effort])).toEqual([
    ['gpt-9', 'xhigh'],
    ['gpt-5.3-codex-spark', 'none'],
    [undefined, undefined],
  ]);
});

test('a task works in the directory that it is started in or that -C names, under one broker of the repository', async () => {
  const rig = await startRig();
  writeFileSync(path.join(rig.workspace, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  const inner = path.join(rig.workspace, 'packages', 'a b');
  mkdirSync(inner, { recursive: true });

  await rig.run(['task', 'here'], { cwd: inner });
  await rig.run(['task', '-C', inner, 'there'], { cwd: '/' });
  await rig.run(['task', '--cwd', 'packages/a b', 'relative']);

  expect(threadStarts(rig).map(({ cwd }) => cwd)).toEqual([inner, inner, inner]);
  const { recent, latestFinished } = await rig.json<{ recent: object[]; latestFinished: object }>(['status']);
  expect([latestFinished, ...recent]).toEqual(Array(3).fill(expect.objectContaining({ workspaceRoot: rig.workspace })));
});

test('the thread is named after the prompt, in one line', async () => {
  const rig = await startRig();

  await rig.run(['task', '--', 'fix  the\n\tbug in \u001b[31mred\u001b[0m']);
  await rig.run(['task', 'x'.repeat(300)]);

  const [short, long] = threadNames(rig);
  expect(short).toBe('Codex Companion Task: fix the bug in red');
  expect(long).toMatch(/^Codex Companion Task: x{95}…$/u);
});

test('the clocks of a job are its flags, else the environment, else the defaults', async () => {
  const rig = await startRig();
  const env = {
    CODEX_COMPANION_JOB_TIMEOUT_MS: '90000',
    CODEX_COMPANION_IDLE_TIMEOUT_MS: '0',
    CODEX_COMPANION_START_TIMEOUT_MS: '5000',
  };

  const plain = await background(rig, 'one');
  const { jobId } = await rig.json<{ jobId: string }>(['task', '--background', 'two'], { env });
  const flagged = await background(rig, 'three', [
    '--timeout',
    '45m',
    '--idle-timeout',
    '1.5h',
    '--queue-timeout',
    '2m',
  ]);
  await rig.run(['wait', plain, jobId, flagged]);

  const clocksOf = (id: string) => recordOf(rig, id)?.request.clocks;
  expect(clocksOf(plain)).toEqual({ queueMs: 0, startMs: 60_000, idleMs: 600_000, hardMs: 1_800_000 });
  expect(clocksOf(jobId)).toEqual({ queueMs: 0, startMs: 5_000, idleMs: 0, hardMs: 90_000 });
  expect(clocksOf(flagged)).toEqual({ queueMs: 120_000, startMs: 60_000, idleMs: 5_400_000, hardMs: 2_700_000 });
});

test('the record says what the app-server will really use', async () => {
  const rig = await startRig();
  const id = await background(rig, 'hello', ['--write', '--effort', 'low']);
  await rig.run(['wait', id]);

  expect((await statusOf(rig, id)).resolved).toEqual({
    model: 'fake-model',
    effort: 'low',
    sandbox: 'workspace-write',
    approvalPolicy: 'never',
    codexVersion: '0.0.0-fake',
  });
});

test('a foreground task with --json prints one document: status, thread, answer, files and reasoning', async () => {
  const rig = await startRig();
  const prompt = fakePrompt(
    { do: 'reason', summary: ['first thought', 'second thought'] },
    { do: 'fileChange', path: 'src/a.ts' },
    { do: 'fileChange', path: 'src/declined.ts', status: 'declined' },
    { do: 'finish', text: 'all done' },
  );

  const answer = await rig.json(['task', '--write', prompt]);

  const { jobId, threadId, ...rest } = answer;
  expect(rest).toEqual({
    status: 0,
    rawOutput: 'all done',
    touchedFiles: ['src/a.ts'],
    reasoningSummary: ['first thought', 'second thought'],
    usage: expect.objectContaining({ totalTokens: 120, inputTokens: 100, outputTokens: 20 }),
  });
  expect(turnStarts(rig)).toMatchObject([{ threadId }]);
  expect(jobId).toMatch(/^task-/u);
});

test('a failed task with --json says status 1, the reason and what it had got to', async () => {
  const rig = await startRig();
  const prompt = fakePrompt({ do: 'say', text: 'half way' }, { do: 'fail', message: 'no more' });

  expect(await rig.json(['task', prompt], { exit: 1 })).toMatchObject({
    status: 1,
    rawOutput: 'half way',
    reason: 'turn_failed',
    errorMessage: 'no more',
  });
});

test('a background task with --json says where to look', async () => {
  const rig = await startRig();

  const accepted = await rig.json(['task', '--background', 'look', 'into', 'it']);

  const jobId = String(accepted['jobId']);
  expect(accepted).toEqual({
    jobId: expect.stringMatching(/^task-[0-9a-z]{9}-[0-9a-z]{8}$/u),
    status: 'queued',
    title: 'Codex Task',
    summary: 'look into it',
    logFile: expect.stringMatching(`${jobId}.log$`),
  });
  const text = await rig.run(['task', '--background', 'again']);
  expect(text.stdout).toMatch(
    /^Codex Task started in the background as (task-\S+)\. Check \/codex:status \1 for progress\.\n$/u,
  );
  expect(text).toMatchObject({ code: 0, stderr: '' });
});

test('the real codex resolves model, sandbox, approval policy and version as the record says', async () => {
  const rig = await startRig({ codex: 'real' });
  const id = await background(rig, 'STUB:hello', ['--effort', 'low']);
  await rig.run(['wait', id]);

  expect((await statusOf(rig, id)).resolved).toEqual({
    model: 'gpt-5.5',
    effort: 'low',
    sandbox: 'read-only',
    approvalPolicy: 'never',
    codexVersion: '0.169.0',
  });
});

test('a --write task of the real codex changes a file and lists it, and its commands are logged', async () => {
  const rig = await startRig({ codex: 'real' });

  const patched = await rig.json<{ touchedFiles: string[] }>(['task', '--write', 'STUB:patch']);
  expect(readFileSync(path.join(rig.workspace, 'stub-new.txt'), 'utf8')).toBe('line one\nline two\n');
  expect(patched).toMatchObject({ status: 0, rawOutput: 'patched' });
  expect(patched.touchedFiles.map((file) => path.resolve(rig.workspace, file))).toEqual([
    path.join(rig.workspace, 'stub-new.txt'),
  ]);

  const { stdout, stderr } = await rig.run(['task', 'STUB:exec']);
  expect(stdout).toBe('exec done\n');
  expect(stderr).toContain('[codex] Running command: echo hi; pwd; id -u\n');
  expect(stderr).toContain('[codex] Command completed: echo hi; pwd; id -u (exit 0)\n');
});

test('a task without --write of the real codex cannot change a file', async () => {
  const rig = await startRig({ codex: 'real' });
  writeFileSync(path.join(rig.workspace, 'kept.txt'), 'kept\n');

  const { code } = await rig.run([
    'task',
    `STUB${JSON.stringify({
      steps: [
        { do: 'exec', cmd: 'echo changed > kept.txt' },
        { do: 'final', text: 'tried' },
      ],
    })}`,
  ]);

  expect(code).toBe(0);
  expect(readFileSync(path.join(rig.workspace, 'kept.txt'), 'utf8')).toBe('kept\n');
});
