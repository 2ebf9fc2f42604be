import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { stubPrompt } from '../support/model-stub/steps.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { background, failed, inTurn, recordOf, runsCommand } from './records.ts';

test('the real codex: killed before the turn had done anything, the job is tried again on a new app-server', async () => {
  const rig = await startRig({ codex: 'real' });
  const id = await background(rig, stubPrompt({ do: 'hang', when: 'created' }), ['--retries', '1']);
  const { appServer } = await inTurn(rig, id);
  await askedAtModel(rig);

  process.kill(appServer.pid, 'SIGKILL');

  const second = await inTurn(rig, id, ({ attempt }) => attempt === 2);
  expect(second.appServer.pid).not.toBe(appServer.pid);
  await askedAtModel(rig);
  process.kill(second.appServer.pid, 'SIGKILL');
  expect(await failed(rig, id)).toMatchObject({ reason: 'app_server_exited', attempt: 2 });
});

test('the real codex: a job killed in the middle of its work is retried by hand, on the thread that it had begun', async () => {
  const rig = await startRig({ codex: 'real' });
  const prompt = stubPrompt({ do: 'exec', cmd: 'sleep 300' }, { do: 'final', text: 'done at last' });
  const key = ['--key', 'the one'];
  const id = await background(rig, prompt, [...key, '--retries', '3']);
  const { appServer, threadId } = await inTurn(rig, id, runsCommand);

  process.kill(appServer.pid, 'SIGKILL');
  // What has acted is not done twice by itself.
  expect(await failed(rig, id)).toMatchObject({ reason: 'app_server_exited', attempt: 1, threadId });
  expect(await background(rig, prompt, key)).toBe(id);

  const again = rig.start(['retry', id]);
  const { jobId } = await started(rig, id);
  await inTurn(rig, jobId, (job) => job.threadId === threadId);
  await rig.run(['cancel', jobId]);
  expect((await again.exited).code).toBe(130);
  expect(again.stderr()).toContain(`Retry of ${id}, on its Codex thread ${threadId}`);
});

function askedAtModel(rig: Rig): Promise<unknown> {
  return eventually(() => rig.stub?.inFlight().now === 1, { withinMs: BOUND_MS, what: 'request at the model' });
}

/** The job that was made of another one. */
function started(rig: Rig, retryOf: string): Promise<{ readonly jobId: string }> {
  return eventually(
    async () => {
      const { running } = await rig.json<{ running: ReadonlyArray<{ id: string }> }>(['status']);
      const [job] = running.filter(({ id }) => recordOf(rig, id)?.retryOf === retryOf);
      return job === undefined ? null : { jobId: job.id };
    },
    { withinMs: BOUND_MS, what: `retry of ${retryOf}` },
  );
}
