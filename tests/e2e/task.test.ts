import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';

test('a foreground task prints the final message on stdout and its progress on stderr', async () => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(['task', 'say', 'hello']);

  expect({ code, stdout }).toEqual({ code: 0, stdout: 'fake answer\n' });
  expect(stderr).toMatch(/^\[codex\] Turn started \(.+\)\.$/mu);
});

test('a background task returns its id at once, and wait, status and result tell its end', async () => {
  const rig = await startRig();

  const accepted = await rig.json<{ jobId: string; status: string }>(['task', '--background', 'say hello']);
  expect(accepted.status).toBe('queued');
  const waited = await rig.run(['wait', accepted.jobId]);
  expect(waited).toMatchObject({ code: 0, stdout: `${accepted.jobId} completed\n` });
  const status = await rig.json<{ job: { status: string } }>(['status', accepted.jobId]);
  expect(status.job.status).toBe('completed');
  const result = await rig.run(['result', accepted.jobId]);
  expect(result.stdout).toMatch(/^fake answer\n\nCodex session ID: \S+\nResume in Codex: codex resume \S+\n$/u);
});
