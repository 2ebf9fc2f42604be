import { describe, expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { startRig } from '../../support/rig.ts';
import { background, inTurn, runsCommand } from '../records.ts';
import { jsonRun } from './json-run.ts';
import { CandidateSchema, JobReportSchema, OverviewSchema } from './payload-schemas.ts';
import { sharedRig } from './shared-rig.ts';

describe('a job that has ended', () => {
  const rig = sharedRig();

  test('completed: its page has what was changed, how long it took, and where to go on', async () => {
    const id = await background(rig(), fakePrompt({ do: 'finish', text: '\nMended.\nTwo files.' }), ['--write']);
    await rig().run(['wait', id]);

    const { job } = await jsonRun(rig(), ['status', id], JobReportSchema);
    const { stdout } = await rig().run(['status', id]);

    expect(job).toMatchObject({ status: 'completed', phase: 'done', pid: null, write: true, progressPreview: [] });
    expect(stdout.trimEnd().split('\n')).toEqual([
      '# Codex Job Status',
      '',
      `- ${id} | completed | rescue | Codex Task`,
      expect.stringMatching(/^ {2}Request: FAKE/u),
      '  Summary: Mended.',
      '  Phase: done',
      expect.stringMatching(/^ {2}Duration: \d+m?s$/u),
      '  Tokens: 120 (100 in; 20 out)',
      `  Codex session ID: ${job.threadId}`,
      `  Resume in Codex: codex resume ${job.threadId}`,
      `  Log: ${job.logFile}`,
      `  Result: /codex:result ${id}`,
      '  Review changes: /codex:review --wait',
      '  Stricter review: /codex:adversarial-review --wait',
    ]);
  });

  test('its summary is how its answer begins, wherever it is shown; what was asked stands beside it', async () => {
    const { latestFinished } = await jsonRun(rig(), ['status'], OverviewSchema);
    const { candidate } = await jsonRun(rig(), ['task-resume-candidate'], CandidateSchema);
    expect([latestFinished?.summary, candidate?.summary]).toEqual(['Mended.', 'Mended.']);
    expect(latestFinished?.requestSummary).toMatch(/^FAKE/u);
  });

  test('failed: its page has the error and the last of its log', async () => {
    const id = await background(rig(), fakePrompt({ do: 'command' }, { do: 'fail', message: 'no more' }));
    await rig().run(['wait', id]);

    const { job } = await jsonRun(rig(), ['status', id], JobReportSchema);
    const { stdout } = await rig().run(['status', id]);

    expect(job).toMatchObject({ status: 'failed', reason: 'turn_failed', errorMessage: 'no more' });
    expect(job.progressPreview.length).toBeLessThanOrEqual(4);
    expect(stdout).toMatch(/^ {2}Error: no more$/mu);
    expect(stdout).toMatch(/^ {2}Progress:\n(?: {4}.+\n)+$/mu);
  });

  test('cancelled: says by whom, and nothing of what it did last', async () => {
    const id = await background(rig(), 'FAKE:hang');
    await inTurn(rig(), id);
    await rig().run(['cancel', id]);

    const { job } = await jsonRun(rig(), ['status', id], JobReportSchema);

    expect(job).toMatchObject({ status: 'cancelled', errorMessage: 'Cancelled by user.', progressPreview: [] });
  });
});

test('a job that runs and one that waits: their pages, and the rows of the table', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, `first ${fakePrompt({ do: 'command', command: 'npm test', never: true })}`);
  await inTurn(rig, running, runsCommand);
  const queued = await background(rig, 'second');

  const { running: active } = await jsonRun(rig, ['status'], OverviewSchema);
  const pages = [await rig.run(['status', running]), await rig.run(['status', queued])].map(({ stdout }) => stdout);
  const { stdout: overview } = await rig.run(['status']);

  expect(active.map(({ id, status, phase }) => [id, status, phase]).sort()).toEqual(
    [
      [running, 'running', 'verifying'],
      [queued, 'queued', 'queued'],
    ].sort(),
  );
  for (const page of pages) {
    expect(page).toMatch(/^ {2}Elapsed: \d+m?s$/mu);
    expect(page).toMatch(/^ {2}Log: \//mu);
    expect(page).toMatch(/^ {2}Cancel: \/codex:cancel task-\S+$/mu);
    expect(page).toMatch(/^ {2}Progress:$/mu);
  }
  expect(overview).toContain(`| ${running} | rescue | running | verifying | `);
  expect(overview).toContain(`| ${queued} | rescue | queued | queued | `);
  for (const id of [running, queued])
    expect(overview).toContain(`| \`/codex:status ${id}\`<br>\`/codex:cancel ${id}\` |`);
});
