import { submitJob } from '../client/submit.ts';
import { isFinished, type JobRecord, type JobSpec } from '../contract/job.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';

/** Hands the job over and says how to find it again. Returns the exit status. */
export async function runInBackground(
  context: Context,
  spec: JobSpec,
  options: { readonly json?: boolean },
): Promise<number> {
  const { answer } = await submitJob(context, spec, { follow: false });
  printAccepted(context, answer.job, options);
  return EXIT.done;
}

function printAccepted({ io }: Context, job: JobRecord, options: { readonly json?: boolean }): void {
  const { id: jobId, title, summary, logFile } = job;
  // The job may have started in the meantime; what was promised is that it was accepted.
  if (options.json)
    io.json({ jobId, status: job.status === 'running' ? 'queued' : job.status, title, summary, logFile });
  else if (isFinished(job)) io.out(`${title} ${jobId} had ended before, as "${job.status}".\n`);
  else io.out(`${title} started in the background as ${jobId}. Check /codex:status ${jobId} for progress.\n`);
}
