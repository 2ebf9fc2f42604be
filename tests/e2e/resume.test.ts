import * as v from 'valibot';
import { expect, test } from 'vitest';
import { received } from '../support/fake-codex/journal.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { type Rig, startRig } from '../support/rig.ts';
import { expectNothingStarted } from './cli.ts';
import { promptsAtCodex, threadNames } from './codex-side.ts';
import { background, inTurn, recordOf, statusOf } from './records.ts';

const Resume = v.object({ params: v.object({ threadId: v.string(), sandbox: v.string() }) });
const Id = v.object({ jobId: v.string(), threadId: v.string() });

const resumed = (rig: Rig) => received(rig.journal, 'thread/resume').map((message) => v.parse(Resume, message).params);
const ran = async (rig: Rig, args: readonly string[], env = {}) =>
  v.parse(Id, await rig.json(['task', ...args], { env }));

test.each(['fake', 'real'] as const)(
  '--resume-last goes on with the thread of the latest task (%s codex)',
  async (codex) => {
    const rig = await startRig({ codex });
    const first = await ran(rig, ['begin']);

    const second = await ran(rig, ['--resume-last', 'follow up']);
    const third = await ran(rig, ['--resume', 'and once more']);

    expect([second.threadId, third.threadId]).toEqual([first.threadId, first.threadId]);
    expect(await statusOf(rig, third.jobId)).toMatchObject({ title: 'Codex Resume', status: 'completed' });
  },
);

test('a resumed task keeps what it was given: prompt, sandbox and the name of its thread', async () => {
  const rig = await startRig();
  const { threadId } = await ran(rig, ['begin']);

  await ran(rig, ['--resume-last', '--write', 'follow up']);
  await ran(rig, ['--resume-last']);

  expect(resumed(rig)).toEqual([
    { threadId, sandbox: 'workspace-write' },
    { threadId, sandbox: 'read-only' },
  ]);
  expect(promptsAtCodex(rig).slice(1)).toEqual([
    'follow up',
    expect.stringMatching(/^Continue from the current thread state\./u),
  ]);
  expect(threadNames(rig)).toHaveLength(1);
});

test('a job or a thread can be named, also one of another session or one that failed', async () => {
  const rig = await startRig();
  const { threadId } = await ran(rig, ['one'], { CODEX_COMPANION_SESSION_ID: 'theirs' });
  const broken = await background(rig, 'FAKE:fail');
  await rig.run(['wait', broken]);
  const { threadId: brokenThread } = await statusOf(rig, broken);

  await ran(rig, ['--resume', threadId, 'by thread'], { CODEX_COMPANION_SESSION_ID: 'mine' });
  await ran(rig, ['--resume', broken, 'by job']);

  expect(resumed(rig).map((params) => params.threadId)).toEqual([threadId, brokenThread]);
});

test('of a session only its own tasks are resumed, and a review never', async () => {
  const rig = await startRig();
  const mine = { CODEX_COMPANION_SESSION_ID: 'mine' };
  const { threadId } = await ran(rig, ['mine'], mine);
  await ran(rig, ['theirs'], { CODEX_COMPANION_SESSION_ID: 'theirs' });

  expect((await ran(rig, ['--resume-last', 'go on'], mine)).threadId).toBe(threadId);
  const { code, stderr } = await rig.run(['task', '--resume-last', 'go on'], {
    env: { CODEX_COMPANION_SESSION_ID: 'new' },
  });
  expect(code).toBe(1);
  expect(stderr).toContain('No previous Codex task thread was found for this repository.');
});

test('a task that still runs is not resumed beside itself', async () => {
  const rig = await startRig();
  const id = await background(rig, 'FAKE:hang');
  const { threadId } = await inTurn(rig, id);

  for (const which of [['--resume-last'], ['--resume', id], ['--resume', String(threadId)]]) {
    const { code, stderr } = await rig.run(['task', ...which, 'more']);
    expect({ which, code }).toEqual({ which, code: 1 });
    expect(stderr).toContain(`Task ${id} is still running. Use /codex:status before continuing it.`);
  }
});

test.each(['fake', 'real'] as const)(
  'a thread that Codex does not know ends the task with what Codex says, and is not called its thread (%s codex)',
  async (codex) => {
    const rig = await startRig({ codex });
    const unknown = '01a20fcc-0728-7f23-984a-5c872c696b90';

    const { code, stderr } = await rig.run(['task', '--resume', unknown, 'go']);

    expect(code).toBe(1);
    expect(stderr).toMatch(/no rollout found for thread id 01a20fcc/u);
    expect(stderr).not.toContain('Resume in Codex');
    const jobId = /Job (task-\S+)/u.exec(stderr)?.[1] ?? '';
    expect(await statusOf(rig, jobId)).toMatchObject({ status: 'failed', threadId: null });
    expect(recordOf(rig, jobId)?.request.resumeThreadId).toBe(unknown);
  },
);

test('what is neither a job nor the id of a thread is refused before there is a job, with what to do', async () => {
  const rig = await startRig();

  for (const which of [['--resume=nosuch'], ['--resume', 'task-nope'], ['--resume', '01a20fcc-0728']]) {
    const { code, stdout, stderr } = await rig.run(['task', ...which, 'go']);
    expect({ which, code, stdout }).toEqual({ which, code: 3, stdout: '' });
    expect(stderr).toMatch(/^codex-companion: No such job or thread: "[^"]+" [^\n]*--resume-last[^\n]*\n$/u);
  }
  expect(await rig.run(['task', '--resume-last', '--fresh', 'go'])).toMatchObject({ code: 2 });
  expectNothingStarted(rig);
});

test('the end of an id is one with --resume=, and is never taken for the first word of a prompt', async () => {
  const rig = await startRig();
  const { jobId, threadId } = await ran(rig, ['begin']);
  const end = jobId.slice(-8);

  const { code, stderr } = await rig.run(['task', '--resume', end, 'go on']);

  expect(code).toBe(2);
  expect(stderr).toContain(`(write --resume=${end} to go on with that job)`);
  expect((await ran(rig, [`--resume=${end}`, 'go on'])).threadId).toBe(threadId);
});

test('a job that ended before its thread was resumed can be retried on it, and resumed', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const { threadId } = await ran(rig, ['begin']);
  await inTurn(rig, await background(rig, 'FAKE:hang'));
  const waited = await background(rig, 'go on', [`--resume=${threadId}`]);
  await rig.run(['cancel', waited]);
  const { running } = await rig.json<{ running: { id: string }[] }>(['status']);
  for (const { id } of running) await rig.run(['cancel', id]);

  expect(recordOf(rig, waited)).toMatchObject({ status: 'cancelled', threadId: null });
  expect(await rig.run(['retry', waited])).toMatchObject({ code: 0 });
  expect((await ran(rig, [`--resume=${waited}`, 'more'])).threadId).toBe(threadId);
  expect(resumed(rig).map((params) => params.threadId)).toEqual([threadId, threadId]);
});

test('without a state of its own, a shell finds the latest thread at Codex by its name', async () => {
  const rig = await startRig();
  const { threadId } = await ran(rig, [fakePrompt({ do: 'finish' })]);
  const elsewhere = { CODEX_COMPANION_STATE_DIR: `${rig.stateDir}-new` };

  const later = await ran(rig, ['--resume-last', 'go on'], elsewhere);
  expect(later.threadId).toBe(threadId);
  await rig.run(['broker', 'stop', '--force'], { env: elsewhere });
});
