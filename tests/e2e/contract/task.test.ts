import { describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { BOUND_MS, startRig } from '../../support/rig.ts';
import { threadNames, turnStarts } from '../codex-side.ts';
import { jsonRun } from './json-run.ts';
import { OverviewSchema, TaskSchema } from './payload-schemas.ts';
import { sharedRig } from './shared-rig.ts';

const fails = (codexErrorInfo: string | null) => fakePrompt({ do: 'fail', message: 'no more', codexErrorInfo });

describe('a task', () => {
  const rig = sharedRig();

  test('has its final message on stdout as it is, and what it does on stderr', async () => {
    const prompt = fakePrompt(
      { do: 'command', command: 'npm test' },
      { do: 'say', text: 'not the last word' },
      { do: 'finish', text: ' kept  as\n\tit is' },
    );

    const { code, stdout, stderr } = await rig().run(['task', prompt]);

    expect({ code, stdout }).toEqual({ code: 0, stdout: ' kept  as\n\tit is\n' });
    const lines = stderr.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^\[codex\] /u);
    expect(lines).toEqual(
      expect.arrayContaining(['[codex] Starting Codex Task.', '[codex] Command completed: npm test (exit 0)']),
    );
  });

  test.each([
    ['failed', fails(null), [], 1],
    ['met a usage limit', fails('usageLimitExceeded'), [], 6],
    ['was not logged in', fails('unauthorized'), [], 5],
    ['made no progress', 'FAKE:hang', ['--idle-timeout', '200ms'], 124],
    ['ran out of time', 'FAKE:hang', ['--timeout', '300ms'], 124],
    ['interrupted itself', 'FAKE:interruptedByItself', [], 1],
  ])('that %s says so with its exit status, and with status 1', async (_how, prompt, flags, exit) => {
    const { status } = await jsonRun(rig(), ['task', ...flags, prompt], TaskSchema, { exit });
    expect(status).toBe(1);

    const { code, stdout, stderr } = await rig().run(['task', ...flags, prompt]);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    const [, why = '?'] = /^task-\S+ failed \(\w+\): (.+)$/mu.exec(stderr) ?? [];
    // What Codex reports as it happens may say the same, as news.
    const told = stderr.split('\n').filter((line) => line.endsWith(why) && !line.startsWith('[codex] Error: '));
    expect(told).toHaveLength(1);
  });

  test('that is cancelled by somebody else ends with 130', async () => {
    const waiting = rig().start(['task', '--json', 'FAKE:hang'], { env: { CODEX_COMPANION_SESSION_ID: 'mine' } });
    const running = async () => (await jsonRun(rig(), ['status'], OverviewSchema)).running.find(({ turnId }) => turnId);
    const { id } = await eventually(running, { withinMs: BOUND_MS, what: 'running task' });

    await rig().run(['cancel', id]);

    expect(await waiting.exited).toEqual({ code: 130, signal: null });
    expect(JSON.parse(waiting.stdout())).toMatchObject({ status: 1 });
  });
});

test('a task that resumes is another title on the same thread, and the thread keeps its first name', async () => {
  const rig = await startRig();
  const first = await jsonRun(rig, ['task', 'find the bug'], TaskSchema);

  const second = await jsonRun(rig, ['task', '--resume', 'and mend it'], TaskSchema);

  expect(second.threadId).toBe(first.threadId);
  expect(turnStarts(rig).map(({ threadId }) => threadId)).toEqual([first.threadId, first.threadId]);
  expect(threadNames(rig)).toEqual(['Codex Companion Task: find the bug']);
  expect((await rig.run(['status'])).stdout).toMatch(/^- task-\S+ \| completed \| rescue \| Codex Resume$/mu);
});

test.each([
  [['--resume-last', 'x'], 'No previous Codex task thread was found for this repository.', 1],
  [['--resume-last', '--fresh', 'x'], 'Choose either --resume/--resume-last or --fresh.', 2],
])('task %j is refused with the words that scripts know', async (args, sentence, code) => {
  const rig = await startRig({ env: { CODEX_COMPANION_SESSION_ID: 'mine' } });
  expect(await rig.run(['task', ...args])).toEqual({ code, stdout: '', stderr: `codex-companion: ${sentence}\n` });
});
