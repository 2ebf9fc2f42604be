import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startRig } from '../../support/rig.ts';
import { background, inTurn, statusOf } from '../records.ts';
import { jsonRun } from './json-run.ts';
import { CancelledSchema } from './payload-schemas.ts';

test('a job that waits is cancelled without a turn to interrupt; one that runs is interrupted, and the page says what was ended', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, 'FAKE:hang');
  await inTurn(rig, running);
  const queued = await background(rig, 'second');

  expect(await jsonRun(rig, ['cancel', queued], CancelledSchema)).toEqual({
    jobId: queued,
    status: 'cancelled',
    title: 'Codex Task',
    turnInterruptAttempted: false,
    turnInterrupted: false,
  });
  expect(await rig.run(['cancel', ''])).toEqual({
    code: 0,
    stdout: `# Codex Cancel

Cancelled ${running}.

- Title: Codex Task
- Summary: FAKE:hang
- Check \`/codex:status\` for the updated queue.
`,
    stderr: '',
  });
  for (const id of [running, queued])
    expect(readFileSync((await statusOf(rig, id)).logFile, 'utf8')).toMatch(/^\[\S+\] Cancelled by user\.$/mu);
});
