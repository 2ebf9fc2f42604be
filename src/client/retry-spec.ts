import type { FinishedJob, JobSpec } from '../contract/job.ts';
import type { ClientContext } from './context.ts';
import { type JobOptions, type JobSettings, jobSpec } from './job-spec.ts';
import { intendedThread } from './thread-to-resume.ts';

export interface RetryOptions extends JobOptions {
  readonly fresh?: boolean;
}

/** A new job with the request of one that has ended; what the options say counts more. */
export function retrySpec(context: ClientContext, job: FinishedJob, options: RetryOptions): JobSpec {
  const { kind, title, summary, cwd, request } = job;
  const { prompt, review, outputSchema, sandbox, network, addDirs, onApproval } = request;
  const parts = {
    ...{ kind, title, summary, cwd, prompt, review, outputSchema },
    permissions: { sandbox, network, addDirs, onApproval },
    resumeThreadId: threadOf(context, job, options),
    retryOf: job.id,
  };
  return jobSpec(context, parts, options, settingsOf(job));
}

/** A task goes on with what its thread knows by now. A review is a second look: it begins anew. */
function threadOf({ config, warn }: ClientContext, job: FinishedJob, { fresh }: RetryOptions): string | null {
  const threadId = intendedThread(job);
  if (fresh || job.kind !== 'task' || threadId === null) return null;
  const { codexHome } = job.owner;
  if (codexHome === config.codexHome) return threadId;
  warn(`The Codex thread of ${job.id} lies in "${codexHome}"; a new one is begun in "${config.codexHome}"`);
  return null;
}

/** What was in force for the job, whatever is now. */
function settingsOf({ request }: FinishedJob): JobSettings {
  const { model, effort, retries, clocks } = request;
  return {
    ...{ model, effort, retries },
    jobTimeoutMs: clocks.hardMs,
    idleTimeoutMs: clocks.idleMs,
    startTimeoutMs: clocks.startMs,
    queueTimeoutMs: clocks.queueMs,
  };
}
