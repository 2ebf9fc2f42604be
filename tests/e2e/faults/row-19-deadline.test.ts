import * as v from 'valibot';
import { expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { received } from '../../support/fake-codex/journal.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { stubPrompt } from '../../support/model-stub/steps.ts';
import { isRunning } from '../../support/processes.ts';
import { BOUND_MS, type Rig, startRig } from '../../support/rig.ts';
import { commandPids } from '../codex-side.ts';
import { background, inTurn, recordOf, runsCommand } from '../records.ts';

const OfThread = v.object({ threadId: v.string() });

test('row 19: a job past its --timeout fails, its turn and commands are ended, and what it had got to is kept', async () => {
  const rig = await startRig();
  const steps = fakePrompt(
    { do: 'say', text: 'half an answer' },
    { do: 'subagent', never: true, outlive: true },
    { do: 'command', command: 'make everything', sleepS: 300, never: true },
  );

  const { code, stdout, stderr } = await rig.run(['task', '--timeout', '2s', steps]);

  expect({ code, stdout }).toEqual({ code: 124, stdout: '' });
  expect(stderr).toMatch(
    /failed \(deadline_exceeded\): The job did not finish within 2 s \(hard deadline, --timeout\), waiting for .*make everything/u,
  );
  expect(stderr).toMatch(/^Resume in Codex: codex resume \S+$/mu);
  expect(threadsOf(rig, 'turn/interrupt').size, 'threads interrupted').toBe(2);
  // They are given back after the end is recorded.
  await eventually(() => threadsOf(rig, 'thread/unsubscribe').size === 2, {
    withinMs: BOUND_MS,
    what: 'return of both threads',
  });
  expect(commandPids(rig).filter(isRunning)).toEqual([]);
  const result = await rig.run(['result']);
  expect(result.stdout).toContain('Partial result, the last message:\nhalf an answer');
});

test('row 19: the deadline of the environment holds for jobs in the background', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_JOB_TIMEOUT_MS: '1500' } });
  const jobId = await background(rig, fakePrompt({ do: 'say', text: 'so far' }, { do: 'hang' }));

  expect(await rig.run(['wait', jobId])).toMatchObject({ code: 124 });
  expect(recordOf(rig, jobId)).toMatchObject({
    reason: 'deadline_exceeded',
    interruption: { attempted: true, confirmed: true },
    work: { lastMessage: 'so far' },
  });
  expect(await rig.run(['task', '--timeout', '1m', 'say hello'])).toMatchObject({ code: 0 });
});

test('row 19: of a job past its deadline no command is left (real codex)', async () => {
  const rig = await startRig({ codex: 'real' });
  const steps = stubPrompt({ do: 'exec', cmd: 'sleep 300', say: 'half an answer' });
  const jobId = await background(rig, steps, ['--write', '--timeout', '3s']);
  await inTurn(rig, jobId, runsCommand);
  await eventually(() => sleeps(rig).length > 0, { withinMs: 2_000, what: 'running sleep' });

  const { code, stdout } = await rig.run(['wait', jobId]);

  expect({ code, stdout }).toMatchObject({ code: 124, stdout: expect.stringContaining('(deadline_exceeded)') });
  expect(recordOf(rig, jobId)).toMatchObject({ interruption: { attempted: true, confirmed: true } });
  expect(sleeps(rig)).toEqual([]);
  const result = await rig.run(['result', jobId]);
  expect(result.stdout).toMatch(/Partial result, the last message:\nhalf an answer[\s\S]*codex resume \S+\n$/u);
});

/** The threads, the turn's and its sub-agent's, that a method was called for. */
function threadsOf(rig: Rig, method: string): Set<unknown> {
  return new Set(received(rig.journal, method).map(({ params }) => v.parse(OfThread, params).threadId));
}

function sleeps(rig: Rig) {
  return rig.processes().filter(({ cmdline }) => cmdline.startsWith('sleep 300'));
}
