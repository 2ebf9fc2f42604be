import type * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { writeTranscript } from '../../support/transcript-of-claude.ts';
import { type Expected, jsonRun } from './json-run.ts';
import * as s from './payload-schemas.ts';
import { sharedRig } from './shared-rig.ts';

const APPROVAL = { verdict: 'approve', summary: 'Nothing to say.', findings: [], next_steps: [] };
const approves = fakePrompt({ do: 'finish', text: JSON.stringify(APPROVAL) });
const fails = fakePrompt({ do: 'say', text: 'half way' }, { do: 'fail', message: 'no more' });
const NOBODY = { CODEX_COMPANION_SESSION_ID: 'nobody' };

type Row = readonly [args: readonly string[], schema: v.GenericSchema, expected?: Expected];

// In the order of a day: later rows see the jobs of earlier ones.
const ROWS: readonly Row[] = [
  [['broker', 'status'], s.BrokerStatusSchema],
  [['status'], s.OverviewSchema],
  [['task-resume-candidate'], s.CandidateSchema],
  [['setup'], s.SetupSchema],
  [['setup', '--enable-review-gate'], s.SetupSchema],
  [['setup', '--disable-review-gate'], s.SetupSchema],
  [['broker', 'status'], s.BrokerStatusSchema],
  [['review'], s.ReviewSchema],
  [['review', '--wait', '--base', 'main'], s.ReviewSchema],
  [['result'], s.resultSchema(s.ReviewSchema)],
  [['review', '--background'], s.AcceptedSchema],
  [['adversarial-review', approves], s.AdversarialReviewSchema],
  [['adversarial-review', 'no JSON'], s.AdversarialReviewSchema],
  [['adversarial-review', fails], s.AdversarialReviewSchema, { exit: 1 }],
  [['result'], s.resultSchema(s.AdversarialReviewSchema)],
  [['task', fails], s.TaskSchema, { exit: 1 }],
  [['task', 'look at it'], s.TaskSchema],
  [['task', '--resume-last', 'go on'], s.TaskSchema],
  [['task', '--resume', '--write', 'change it'], s.TaskSchema],
  [['task'], s.TaskSchema, { input: 'from a pipe' }],
  [['result'], s.resultSchema(s.TaskSchema)],
  [['task-resume-candidate'], s.CandidateSchema],
  [['task-resume-candidate'], s.CandidateSchema, { env: NOBODY }],
  [['task', '--background', 'FAKE:hang'], s.AcceptedSchema],
  [['status'], s.OverviewSchema],
  [['status', '--all'], s.OverviewSchema],
  [['status'], s.OverviewSchema, { env: NOBODY }],
  [['cancel'], s.CancelledSchema],
  [['result'], s.resultSchema(s.TaskSchema)],
];

describe('with --json every command prints one document, with every promised key, and nothing beside it', () => {
  const rig = sharedRig();

  test.each(ROWS.map(([args, schema, expected = {}]) => ({ args, schema, expected })))(
    '$args',
    async ({ args, schema, expected }) => {
      await jsonRun(rig(), args, schema, expected);
    },
  );

  test('["status","JOB"], also after waiting', async () => {
    const { jobId } = await jsonRun(rig(), ['task', '--background', 'FAKE:hang'], s.AcceptedSchema);

    await jsonRun(rig(), ['status', jobId], s.JobReportSchema);
    // Only a wait that was in vain is worth a line beside the document.
    const { code, stdout } = await rig().run(['status', jobId, '--wait', '--timeout-ms', '1', '--json']);
    expect({ code, report: JSON.parse(stdout) }).toMatchObject({ code: 0, report: { waitTimedOut: true } });
    await jsonRun(rig(), ['cancel', jobId], s.CancelledSchema);
    await jsonRun(rig(), ['status', jobId, '--wait'], s.WaitedSchema);
  });

  test('["transfer"]', async () => {
    const source = writeTranscript(rig().home);
    await jsonRun(rig(), ['transfer', '--source', source], s.TransferredSchema);
  });
});
