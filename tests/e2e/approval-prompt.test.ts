import { expect, test } from 'vitest';
import { plainText } from '../../src/util/plain-text.ts';
import { eventually } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { BOUND_MS, CLI, type Rig, startRig } from '../support/rig.ts';
import { hasScript, startOnOpenTerminal } from './cli.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

/** A task on a terminal, whose Codex asks once. */
function askingTask(
  rig: Rig,
  env: Readonly<Record<string, string>> = {},
  prompt = fakePrompt({ do: 'approval', command: 'make install' }),
) {
  // Without colours nothing is drawn over: what was said is there as it was said.
  return startOnOpenTerminal(rig, ['task', '--on-approval', 'ask', prompt], {
    env: { ...env, TERM: 'xterm', NO_COLOR: '1' },
  });
}

test.runIf(hasScript).each([
  ['y', 'accept', 'Approved a command: make install'],
  ['', 'decline', 'Declined to approve a command: make install'],
  ['yesterday', 'decline', 'Declined to approve a command: make install'],
])('on a terminal a person is asked, and only a clear yes is one: %j', async (answer, decision, notice) => {
  const rig = await startRig();
  const task = askingTask(rig);

  await task.waitForLine(/Codex asks to be allowed a command:\s*$/u, BOUND_MS);
  task.write(`${answer}\r`);

  expect((await task.exited).code).toBe(0);
  expect(task.stdout()).toContain(`Answered by user: ${decision}.`);
  expect(task.stdout()).toContain(notice);
});

test.runIf(hasScript)('an open question is left alone: the progress of the job waits for the answer', async () => {
  const rig = await startRig();
  const task = askingTask(rig);

  await task.waitForLine(/Codex asks to be allowed a command:\s*$/u, BOUND_MS);
  // What the job says in the meantime is in its log by now.
  await eventually(async () => (await rig.run(['logs'])).stdout.includes('Running command: make install'), {
    withinMs: BOUND_MS,
    what: 'progress besides the question',
  });
  task.write('y\r');

  expect((await task.exited).code).toBe(0);
  const [asked, answered] = task.stdout().split('Allow it? [y/N] ', 2);
  expect(asked?.match(/Codex asks to be allowed/gu)).toHaveLength(1);
  // The command is told of by its thread, the question by the broker: which comes first is in the log.
  const { stdout: log } = await rig.run(['logs']);
  const came = log.indexOf('Running command: make install');
  const before = came < log.indexOf('Codex asks to be allowed');
  const [there, elsewhere] = before ? [asked, answered] : [answered, asked];
  expect(there).toContain('[codex] Running command: make install');
  expect(elsewhere).not.toContain('Running command: make install');
  // What is said after the question, whatever came before it.
  expect(answered).toContain('[codex] Answered by user: accept.');
});

test.runIf(hasScript)('a question can be answered after Ctrl-Z', async () => {
  const rig = await startRig();
  const task = askingTask(rig);
  await task.waitForLine(/Codex asks to be allowed a command:\s*$/u, BOUND_MS);
  task.write('\u001a');

  // The only process of its session does not stop, so it need not be stopped to be told that it goes on.
  await eventually(
    () => {
      for (const { pid } of rig.processes().filter(({ cmdline }) => cmdline.includes('task --on-approval'))) {
        process.kill(pid, 'SIGCONT');
      }
      return task.stdout().split('Allow it?').length > 2;
    },
    { withinMs: BOUND_MS, what: 'question that is shown again' },
  );
  task.write('y\r');

  expect((await task.exited).code).toBe(0);
  expect(task.stdout()).toContain('Answered by user: accept.');
});

test.runIf(hasScript).each(['y\r', '\u0004'])(
  'what was typed before the question is no answer to it: %j',
  async (typed) => {
    const { rig, nextTurn } = await startScriptedRig();
    const task = askingTask(rig, {}, SCRIPTED);
    const turn = await nextTurn();
    // The terminal has it all when it has echoed the last of it.
    task.write(`${typed}typed\r`);
    await task.waitForLine(/typed\r?$/u, BOUND_MS);

    turn.send({ do: 'approval', command: 'make install' });
    await task.waitForLine(/Codex asks to be allowed a command:\s*$/u, BOUND_MS);
    task.write('\r');
    await task.waitForLine(/Answered by user: decline\./u, BOUND_MS);
    turn.send({ do: 'finish' });

    expect((await task.exited).code).toBe(0);
  },
);

test.runIf(hasScript)('the end of input is no', async () => {
  const rig = await startRig();
  const task = askingTask(rig);

  await task.waitForLine(/Codex asks to be allowed a command:\s*$/u, BOUND_MS);
  task.write('\u0004');

  expect((await task.exited).code).toBe(0);
  expect(task.stdout()).toContain('Answered by user: decline.');
});

test.runIf(hasScript)('a question that nobody answers is declined in time', async () => {
  const rig = await startRig();
  const task = askingTask(rig, { CODEX_COMPANION_APPROVAL_TIMEOUT_MS: '300' });

  await task.waitForLine(/Answered by nobody in time: decline\./u, BOUND_MS);

  await task.waitForLine(/Declined to approve a command: make install/u, BOUND_MS);
  expect((await task.exited).code).toBe(0);
});

test.runIf(hasScript).each([
  ['SIGTERM', 143, /^task-\S+ goes on\. Its result: /u],
  ['SIGINT', 130, /^Cancelling task-\S+ \(interrupt again/u],
] as const)('%s while a question is open is answered on a line of its own', async (signal, status, sentence) => {
  const rig = await startRig();
  const task = askingTask(rig);
  await task.waitForLine(/Codex asks to be allowed a command:\s*$/u, BOUND_MS);
  await eventually(() => task.stdout().includes('[y/N]'), { withinMs: BOUND_MS, what: 'prompt' });

  for (const { pid } of rig.processes().filter(({ cmdline }) => cmdline.startsWith(`${process.execPath} ${CLI} task`)))
    process.kill(pid, signal);

  expect((await task.exited).code).toBe(status);
  const [, said = ''] = plainText(task.stdout()).split('Allow it? [y/N] ');
  const [promptLine, ...lines] = said.trimEnd().split('\n');
  expect(promptLine).toBe('');
  expect(lines).toContainEqual(expect.stringMatching(sentence));
  expect(lines).not.toContain('');
});
