import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { MAX_REASON_CHARS } from '../../src/cli/hooks/stop.ts';
import type { JobView } from '../../src/contract/job-view.ts';
import { eventually } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { stubPrompt } from '../support/model-stub/steps.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { promptsAtCodex, threadStarts } from './codex-side.ts';
import { enableGate, hook, inSession } from './hooks.ts';
import { background, ended, inTurn, stateOf } from './records.ts';

const SILENT = { code: 0, stdout: '', stderr: '' };
const FOUND = 'Codex stop-time review found issues that still need fixes before ending the session: ';

test('with the gate off nothing is reviewed, and nothing said', async () => {
  const rig = await startRig();
  expect(await hook(rig, 'stop', { session_id: 's', last_assistant_message: 'done' })).toEqual(SILENT);
  expect(rig.processes()).toEqual([]);
});

test('with the gate off a job of this session that still runs is named, the newest of them, and no other', async () => {
  const rig = await startRig();
  await backgroundOf(rig, 'other', 'FAKE:hang');
  await backgroundOf(rig, 's', 'FAKE:hang');
  const newest = await backgroundOf(rig, 's', 'FAKE:hang');
  await inTurn(rig, newest);

  const { code, stdout, stderr } = await hook(rig, 'stop', { session_id: 's' });

  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(
    new RegExp(
      `^Codex task ${newest} is still running\\. [^\\n]*/codex:status[^\\n]*/codex:cancel ${newest} [^\\n]*\\n$`,
      'u',
    ),
  );
  expect(await hook(rig, 'stop', { session_id: 'third' })).toEqual(SILENT);
});

test('a review that allows lets the session go without a word', async () => {
  const rig = await startRig();
  enableGate(rig);

  expect(await stopAfter(rig, fakePrompt({ do: 'finish', text: 'ALLOW: nothing was changed' }))).toEqual(SILENT);

  const [prompt = ''] = promptsAtCodex(rig);
  expect(prompt).toContain('Run a stop-gate review of the previous Claude turn.');
  expect(prompt).toContain('Only review the work from the previous Claude turn.');
  expect(prompt).toContain('Previous Claude response:\nFAKE{');
  expect(threadStarts(rig)).toMatchObject([{ sandbox: 'read-only', approvalPolicy: 'never' }]);
  const { latestFinished } = await rig.json<{ latestFinished: object }>(['status'], inSession('s'));
  expect(latestFinished).toMatchObject({
    kind: 'stop-gate-review',
    title: 'Codex Stop Gate Review',
    sessionId: 's',
    write: false,
    status: 'completed',
  });
});

test('a review that finds a defect holds the session back, each time, with all that it found', async () => {
  const rig = await startRig();
  enableGate(rig);
  const found = fakePrompt({ do: 'finish', text: 'BLOCK: a race\n- ledger.ts:12 loses an update\u001b[2J' });

  for (const again of [false, true]) {
    const { code, stdout, stderr } = await stopAfter(rig, found, { stop_hook_active: again });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      decision: 'block',
      reason: `${FOUND}a race\n- ledger.ts:12 loses an update`,
    });
  }
});

test.each([
  ['ALLOW: fine', ''],
  ['BLOCK: a hole', `${JSON.stringify({ decision: 'block', reason: `${FOUND}a hole` })}\n`],
])('the real codex decides: %s', async (text, stdout) => {
  const rig = await startRig({ codex: 'real' });
  enableGate(rig);
  expect(await stopAfter(rig, stubPrompt({ do: 'final', text }))).toEqual({ code: 0, stdout, stderr: '' });
});

test('a job of the session that still runs is named beside the verdict', async () => {
  const rig = await startRig();
  enableGate(rig);
  const id = await backgroundOf(rig, 's', 'FAKE:hang');
  await inTurn(rig, id);

  const allowed = await stopAfter(rig, fakePrompt({ do: 'finish', text: 'ALLOW: fine' }));
  expect({ ...allowed, stderr: '' }).toEqual(SILENT);
  expect(allowed.stderr).toContain(`Codex task ${id} is still running.`);

  const blocked = await stopAfter(rig, fakePrompt({ do: 'finish', text: 'BLOCK: no' }));
  expect(JSON.parse(blocked.stdout)).toMatchObject({
    reason: expect.stringMatching(new RegExp(`^Codex task ${id} is still running\\..* ${FOUND}no$`, 'u')),
  });
});

test('a review never waits behind jobs that take long', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  enableGate(rig);
  const running = await background(rig, 'FAKE:hang');
  await inTurn(rig, running);
  const waiting = await background(rig, 'FAKE:hang');

  const { stdout } = await stopAfter(rig, fakePrompt({ do: 'finish', text: 'BLOCK: at once' }));

  expect(JSON.parse(stdout)).toMatchObject({ reason: `${FOUND}at once` });
  const { running: active } = await rig.json<{ running: Array<{ id: string; status: string }> }>(['status']);
  expect(active.map(({ id, status }) => [id, status])).toEqual(
    expect.arrayContaining([
      [running, 'running'],
      [waiting, 'queued'],
    ]),
  );
});

test.each([
  ['is not installed', { PATH: '', CODEX_COMPANION_CODEX: '' }, '', /no "codex" on PATH/u],
  ['cannot be started', { FAKE_CODEX_START: 'exit:3' }, '', /told to exit with 3/u],
  [
    'is not logged in',
    {},
    fakePrompt({ do: 'fail', message: 'please log in', codexErrorInfo: 'unauthorized' }),
    /please log in/u,
  ],
])('a Codex that %s never holds a session back, and is said', async (_what, env, last, why) => {
  const rig = await startRig({ env });
  enableGate(rig);

  const { code, stdout, stderr } = await stopAfter(rig, last);

  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(/^Codex is not set up for the review gate\. [^\n]+ Run \/codex:setup\.\n$/u);
  expect(stderr).toMatch(why);
});

test('a choice that cannot be read is said, and holds nobody back', async () => {
  const rig = await startRig();
  enableGate(rig);
  const id = await backgroundOf(rig, 's', 'FAKE:hang');
  await inTurn(rig, id);
  const file = path.join(stateOf(rig), 'settings.json');
  writeFileSync(file, '{"stopReviewGate": tr');

  const { code, stdout, stderr } = await stopAfter(rig, 'done');

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const [running, why, ...rest] = stderr.split('\n');
  expect(running).toContain(`Codex task ${id} is still running.`);
  expect(why).toMatch(/^codex-companion: Cannot tell whether the review gate is on: /u);
  expect(why).toContain(file);
  expect(rest).toEqual(['']);
});

test('a reason that is very long is cut where its rest can be read', async () => {
  const rig = await startRig();
  enableGate(rig);

  const { stdout } = await stopAfter(rig, fakePrompt({ do: 'finish', text: `BLOCK: ${'x'.repeat(20_000)}` }));

  const { reason } = JSON.parse(stdout);
  expect(reason.length).toBeLessThan(MAX_REASON_CHARS + 100);
  const [id = ''] = /gate-\S+(?=\)$)/u.exec(reason) ?? [];
  expect((await rig.run(['result', id])).stdout).toContain('x'.repeat(20_000));
});

test('a review whose hook is told to go is cancelled', async () => {
  const rig = await startRig();
  enableGate(rig);
  const input = JSON.stringify({ session_id: 's', last_assistant_message: 'FAKE:hang' });
  const stop = rig.start(['hook', 'stop'], { input });
  const id = await gateJob(rig);
  expect((await inTurn(rig, id)).summary).toBe('Stop-gate review of previous Claude turn');

  stop.kill('SIGTERM');

  expect(await stop.exited).toEqual({ code: 143, signal: null });
  expect(stop.stdout()).toBe('');
  expect((await ended(rig, id)).status).toBe('cancelled');
});

test('the end of the session ends a review of it that still runs', async () => {
  const rig = await startRig();
  enableGate(rig);
  const stop = rig.start(['hook', 'stop'], {
    input: JSON.stringify({ session_id: 's', last_assistant_message: 'FAKE:hang' }),
  });
  const id = await gateJob(rig);

  await hook(rig, 'session-end', { session_id: 's' });

  expect(await stop.exited).toEqual({ code: 0, signal: null });
  expect((await ended(rig, id)).status).toBe('cancelled');
});

test('what the host calls the directory of the session is where its gate is looked for', async () => {
  const rig = await startRig();
  enableGate(rig);
  const elsewhere = rig.otherWorkspace('elsewhere');
  const last = fakePrompt({ do: 'finish', text: 'BLOCK: here' });

  const byInput = await stopAfter(rig, last, { cwd: rig.workspace }, { cwd: elsewhere });
  const byProject = await stopAfter(rig, last, {}, { cwd: elsewhere, env: { CLAUDE_PROJECT_DIR: rig.workspace } });
  const neither = await stopAfter(rig, last, {}, { cwd: elsewhere });

  expect([byInput, byProject, neither].map(({ stdout }) => stdout !== '')).toEqual([true, true, false]);
});

function stopAfter(rig: Rig, last: string, input: object = {}, options: Parameters<typeof hook>[3] = {}) {
  return hook(rig, 'stop', { session_id: 's', last_assistant_message: last, ...input }, options);
}

function backgroundOf(rig: Rig, session: string, prompt: string): Promise<string> {
  return background(rig, prompt, [], inSession(session));
}

/** The id of the review, once it runs. */
async function gateJob(rig: Rig): Promise<string> {
  const job = await eventually(
    async () => {
      const { running } = await rig.json<{ running: JobView[] }>(['status']);
      return running.find(({ kind, status }) => kind === 'stop-gate-review' && status === 'running');
    },
    { withinMs: BOUND_MS, what: 'review that runs' },
  );
  return job.id;
}
