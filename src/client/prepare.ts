import type { JobSpec } from '../contract/job.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import { nothingToReview } from './empty-review.ts';
import { type JobOptions, type JobParts, jobSpec } from './job-spec.ts';
import { type PermissionNames, permissionsOf } from './permissions.ts';
import { adversarialReviewParts, type PreparedReview, reviewParts } from './review-parts.ts';
import type { Submission, TaskSubmission } from './submission.ts';
import { taskParts } from './task-parts.ts';
import { threadForKey } from './thread-to-resume.ts';

const NAMES: PermissionNames = { write: 'write', sandbox: 'sandbox', network: 'network', addDir: 'addDirs' };

/**
 * What a program has handed in, as it goes to a broker: the thread to go on with is looked up, and what a review looks at found out.
 * @throws ClientError
 */
export async function prepareJob(
  context: ClientContext,
  submission: Submission,
  signal: AbortSignal,
): Promise<JobSpec> {
  return jobSpec(context, await partsOf(context, submission, signal), optionsOf(submission));
}

async function partsOf(context: ClientContext, submission: Submission, signal: AbortSignal): Promise<JobParts> {
  switch (submission.kind) {
    case 'review':
      return partsOfReview(context, await reviewParts(context, { target: submission, signal }));
    case 'adversarial-review': {
      const { focus = '' } = submission;
      return partsOfReview(context, await adversarialReviewParts(context, { target: submission, signal }, focus));
    }
    default:
      return partsOfTask(context, submission);
  }
}

function partsOfReview({ warn }: ClientContext, { parts, isEmpty, notes }: PreparedReview): JobParts {
  if (isEmpty) throw new ClientError('not_reviewable', nothingToReview(parts.review.target));
  for (const note of notes) warn(note);
  return parts;
}

async function partsOfTask(context: ClientContext, submission: TaskSubmission): Promise<JobParts> {
  const { prompt, addDirs: addDir, resume, key, outputSchema = null } = submission;
  const permissions = permissionsOf(context, { ...submission, addDir }, NAMES);
  const which = resume === 'last' ? undefined : resume;
  const resumeThreadId = resume === undefined ? null : await threadForKey(context, key, which);
  return { ...taskParts({ prompt, permissions, resumeThreadId }), outputSchema };
}

function optionsOf(submission: Submission): JobOptions {
  const { timeoutMs, idleTimeoutMs, startTimeoutMs, queueTimeoutMs } = submission;
  return {
    ...submission,
    // Nobody's session ends with it.
    background: true,
    timeout: timeoutMs,
    idleTimeout: idleTimeoutMs,
    startTimeout: startTimeoutMs,
    queueTimeout: queueTimeoutMs,
  };
}
