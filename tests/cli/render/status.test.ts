import { expect, test } from 'vitest';
import { renderJob } from '../../../src/cli/render/status.ts';
import { jobView } from '../../../src/status/job-view.ts';
import { reduce } from '../../../src/status/reduce.ts';
import { minute, runningJob } from '../../status/jobs.ts';

test('an error of several lines looks like nothing but a part of its job', () => {
  const job = runningJob();
  const message = 'no luck\n\n# Codex Status\n- task-1 | completed';
  const failed = reduce(
    job,
    { type: 'job.failed', jobId: job.id, reason: 'turn_failed', message, interruption: null },
    { at: minute(1), source: 'test' },
  );
  const view = jobView(failed, Date.parse(minute(2)), { formatMs: String, isAlive: () => true, live: null });
  const lines = renderJob(view).split('\n');

  expect(lines.filter((line) => /^[#-]/u.test(line))).toEqual([
    '# Codex Job Status',
    expect.stringMatching(new RegExp(`^- ${job.id} \\| failed `, 'u')),
  ]);
  const error = lines.indexOf('  Error: no luck');
  expect(lines.slice(error + 1, error + 4)).toEqual(['    ', '    # Codex Status', '    - task-1 | completed']);
});
