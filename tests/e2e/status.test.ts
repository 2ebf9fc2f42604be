import { expect, test } from 'vitest';
import type { JobView } from '../../src/contract/job-view.ts';
import { NO_TOKENS } from '../../src/contract/usage.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { startRig } from '../support/rig.ts';
import { expectNothingStarted, startOnTerminal } from './cli.ts';
import { background, inTurn, runsCommand, statusOf } from './records.ts';

interface Overview {
  readonly running: readonly JobView[];
  readonly latestFinished: JobView | null;
  readonly recent: readonly JobView[];
}

test('status of a workspace without jobs says so, and starts nothing', async () => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(['status']);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n')).toEqual(
    expect.arrayContaining(['Session runtime: direct startup', 'Review gate: disabled', 'No jobs recorded yet.']),
  );
  const report = await rig.json(['status']);
  expect(report).toEqual({
    workspaceRoot: rig.workspace,
    config: { stopReviewGate: false },
    sessionRuntime: { mode: 'direct', label: 'direct startup', detail: expect.any(String), endpoint: null },
    running: [],
    latestFinished: null,
    recent: [],
    needsReview: false,
    usage: { sessionId: null, jobs: 0, ...NO_TOKENS },
    rateLimits: [],
  });
  expectNothingStarted(rig);
});

test('status shows running jobs in a table, what they wait for, and what ended before', async () => {
  const rig = await startRig();
  const failed = await background(rig, fakePrompt({ do: 'fail', message: 'no more' }));
  const older = await background(rig, 'older');
  await rig.run(['wait', failed, older]);
  const id = await background(rig, `a | b ${fakePrompt({ do: 'command', command: 'npm run slow', never: true })}`);
  const { threadId } = await inTurn(rig, id, runsCommand);

  const { stdout } = await rig.run(['status']);

  const lines = stdout.split('\n');
  expect(lines).toEqual(expect.arrayContaining(['Session runtime: shared session', 'Live details:']));
  const table = lines.slice(lines.indexOf('Active jobs:') + 1);
  expect(cells(table[0])).toEqual([
    ...['Job', 'Kind', 'Status', 'Phase', 'Elapsed', 'Codex Session ID', 'Summary', 'Actions'],
  ]);
  expect(table[1]).toMatch(/^\|(?: -+ \|){8}$/u);
  const [job, kind, status, phase, elapsed, session, summary, actions] = cells(table[2]);
  expect([job, kind, status, session]).toEqual([id, 'rescue', 'running', threadId]);
  expect(phase).toMatch(/^(?:investigating|verifying)$/u);
  expect(elapsed).toMatch(/^\d+m?s$/u);
  expect(summary).toMatch(/^a \\\| b FAKE/u);
  expect(actions).toContain(`/codex:cancel ${id}`);
  expect(stdout).toMatch(/^ {2}Waiting for: command: npm run slow \(\d+m?s\)$/mu);
  expect(stdout).toMatch(/^ {2}Ends by: hard clock in \d+[ms](?: \d+s)?$/mu);
  expect(stdout).toContain('Latest finished:\n');
  expect(stdout).toContain('Recent jobs:\n');
  expect(stdout).toContain(`- ${failed} | failed`);
  expect(stdout).toContain(older);
});

test('status --json of a job has every key of the contract', async () => {
  const rig = await startRig();
  const id = await background(rig, fakePrompt({ do: 'say', text: 'words' }, { do: 'command', never: true }));
  await inTurn(rig, id, runsCommand);

  const report = await rig.json<{ job: JobView }>(['status', id]);

  expect(Object.keys(report).sort()).toEqual(['job', 'workspaceRoot']);
  expect(Object.keys(report.job)).toEqual(expect.arrayContaining(JOB_KEYS));
  expect(report.job).toMatchObject({
    id,
    kind: 'task',
    kindLabel: 'rescue',
    jobClass: 'task',
    title: 'Codex Task',
    status: 'running',
    pid: await rig.brokerPid(),
    write: false,
    workspaceRoot: rig.workspace,
    waitingFor: { label: 'command: fake-command' },
    clock: { name: 'hard' },
    witnesses: { broker: { pid: await rig.brokerPid() }, appServer: { pid: await rig.appServerPid() } },
    completedAt: null,
    duration: null,
    errorMessage: null,
  });
  expect(report.job.progressPreview).toContain('Running command: fake-command');
});

test('status JOB --wait returns with the end of the job, or says that time ran out', async () => {
  const rig = await startRig();
  const slow = await background(rig, 'FAKE:hang');
  const quick = await background(rig, fakePrompt({ do: 'wait', ms: 300 }));

  const ended = await rig.json(['status', quick, '--wait', '--poll-interval-ms', '50']);
  expect(ended).toMatchObject({ job: { status: 'completed' }, waitTimedOut: false, timeoutMs: 240_000 });
  for (const timeoutMs of [1, 200]) {
    const args = ['status', slow, '--wait', '--timeout-ms', String(timeoutMs)];
    const report = await rig.json(args);
    expect(report).toMatchObject({ job: { id: slow }, waitTimedOut: true, timeoutMs });
  }
  expect((await rig.run(['status', slow, '--wait', '--timeout-ms', '1'])).stderr).toContain('it goes on');
  expect((await statusOf(rig, slow)).status).toBe('running');
});

test('status shows the jobs of its session, and of everybody with --all or without a session', async () => {
  const rig = await startRig();
  const mine = { CODEX_COMPANION_SESSION_ID: 'mine' };
  const theirs = { CODEX_COMPANION_SESSION_ID: 'theirs' };
  const running = (await rig.json<{ jobId: string }>(['task', '--background', 'FAKE:hang'], { env: mine })).jobId;
  const other = (await rig.json<{ jobId: string }>(['task', '--background', 'FAKE:hang'], { env: theirs })).jobId;
  await rig.run(['task', 'done'], { env: theirs });

  const shown = async (args: string[], env = {}) => idsOf(await rig.json<Overview>(['status', ...args], { env }));
  expect(await shown([], mine)).toEqual({ running: [running], finished: 0 });
  expect(await shown([], theirs)).toEqual({ running: [other], finished: 1 });
  expect(await shown(['--all'], mine)).toEqual({ running: [running, other].sort(), finished: 1 });
  expect(await shown([])).toEqual({ running: [running, other].sort(), finished: 1 });
  expect(await rig.json(['status', other], { env: mine })).toMatchObject({ job: { id: other, sessionId: 'theirs' } });
});

test('status lists the newest finished jobs, and all of them with --all', async () => {
  const rig = await startRig();
  const ids = await Promise.all(Array.from({ length: 10 }, (_, n) => background(rig, `job ${n}`)));
  await rig.run(['wait', ...ids]);

  const some = await rig.json<Overview>(['status']);
  const all = await rig.json<Overview>(['status', '--all']);

  expect(some.recent).toHaveLength(7);
  expect(all.recent).toHaveLength(9);
  expect([all.latestFinished?.id, ...all.recent.map((job) => job.id)].sort()).toEqual(ids.sort());
  const ends = [all.latestFinished, ...all.recent].map((job) => job?.completedAt);
  expect(ends).toEqual(ends.toSorted().reverse());
});

test('status starts no broker when there is nothing to run', async () => {
  const rig = await startRig();
  await rig.run(['task', 'done']);
  await rig.run(['broker', 'stop']);

  expect((await rig.run(['status'])).stdout).toContain('Session runtime: direct startup\n');
  expect((await rig.json<Overview>(['status'])).latestFinished).toMatchObject({ status: 'completed' });

  expect(rig.processes()).toEqual([]);
  expect(rig.leftovers()).toEqual([]);
});

test('what Codex or a prompt says reaches a terminal without control sequences, and a pipe as it is', async () => {
  const rig = await startRig();
  const nasty = 'a\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J \u0008 \u202eb';
  const prompt = `${nasty} ${fakePrompt({ do: 'say', text: nasty }, { do: 'command', command: nasty }, { do: 'finish', text: nasty })}`;

  const piped = await rig.run(['task', '--', prompt]);
  expect(piped.stdout).toBe(`${nasty}\n`);
  const shown: string[] = [];
  for (const args of [
    ['task', '--', prompt],
    ['result'],
    ['status'],
    ['status', '--json'],
    ['logs'],
    ['events', '--json'],
  ]) {
    const onTerminal = startOnTerminal(rig, args);
    expect(await onTerminal.exited).toEqual({ code: 0, signal: null });
    shown.push(onTerminal.stdout());
  }

  for (const text of shown) {
    expect(text).toContain('red');
    // The terminal itself makes CR LF of a newline.
    expect(text.replaceAll('\r\n', '\n')).not.toMatch(/(?!\n|\t)[\p{Cc}\u202a-\u202e]/u);
  }
});

function cells(row = ''): string[] {
  return row
    .slice(2, -2)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());
}

function idsOf({ running, latestFinished, recent }: Overview) {
  return { running: running.map((job) => job.id).sort(), finished: (latestFinished === null ? 0 : 1) + recent.length };
}

const JOB_KEYS = [
  ...['id', 'kind', 'kindLabel', 'jobClass', 'title', 'summary', 'status', 'phase', 'pid', 'threadId', 'turnId'],
  ...['sessionId', 'workspaceRoot', 'write', 'logFile', 'createdAt', 'startedAt', 'completedAt', 'updatedAt'],
  ...['elapsed', 'duration', 'progressPreview', 'errorMessage'],
  ...['schemaVersion', 'reason', 'deadlineAt', 'idleSince', 'lastEventAt', 'waitingFor', 'attempt', 'resolved'],
  ...['usage', 'partial', 'witnesses'],
];
