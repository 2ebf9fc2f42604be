import type { Command } from 'commander';
import { viewOf } from '../../client/job-view.ts';
import { namedJob, ofSession, RECENT_JOBS, readJobs, reportDamage } from '../../client/jobs.ts';
import { type LiveView, readLive } from '../../client/live-jobs.ts';
import { markRead } from '../../client/mark-read.ts';
import { finishedNewestFirst, isFinished, type JobRecord } from '../../contract/job.ts';
import type { RateLimit } from '../../contract/rate-limit.ts';
import { readLimits } from '../../status/limits-file.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { type CommonOptions, durationArgument, withCommonOptions } from '../options.ts';
import { timeoutSentence } from '../render/job.ts';
import { renderJob, renderStatus, type StatusReport } from '../render/status.ts';
import { reviewGate } from '../review-gate.ts';
import { type SessionRuntime, sessionRuntime } from '../session-runtime.ts';
import { showEverywhere } from '../show-everywhere.ts';
import { usageReport } from '../usage-report.ts';
import { whereJobIs } from '../where-job-is.ts';

const DEFAULT_WAIT_MS = 240_000;

interface StatusOptions extends CommonOptions {
  readonly all?: boolean;
  readonly everywhere?: boolean;
  readonly wait?: boolean;
  readonly timeoutMs: number;
}

export function statusCommand(program: Command): void {
  withCommonOptions(program.command('status'))
    .summary('what runs, what ended, and how')
    .description('Shows the jobs of this workspace, or one job. What a dead process left behind is settled first.')
    .argument('[job]', 'id of a job, or an unambiguous part of it')
    .option('--all', 'jobs of every session, and all finished ones')
    .option('--everywhere', 'jobs of every workspace and session, those that run first')
    .option('--wait', 'wait until the job has ended')
    .option('--timeout-ms <ms>', 'longest time to wait', durationArgument, DEFAULT_WAIT_MS)
    .option('--poll-interval-ms <ms>', 'accepted and not used: waiting is by event')
    .action(async (job: string | undefined, options: StatusOptions) => {
      const context = openContext(options.cwd);
      if (job !== undefined) await showJob(whereJobIs(context, job), job, options);
      else if (options.wait) throw new CliError(EXIT.usage, '`status --wait` requires a job id.');
      else if (options.everywhere) await showEverywhere(context, options);
      else await showAll(context, options);
    });
}

async function showAll(context: Context, options: StatusOptions): Promise<void> {
  const { read, live } = await readLive(context, async () => {
    const found = await readJobs(context, options.all ? { finished: 'all' } : {});
    return { ...found, jobs: ofSession(context, found.jobs, options.all === true) };
  });
  reportDamage(context, read);
  const { jobs } = read;
  const runtime = sessionRuntime(context);
  for (const sentence of live.silent) context.io.note(sentence);
  const rateLimits = runtime.mode === 'shared' ? readLimits(context.place().paths.limits) : [];
  const report = reportOf(context, jobs, { runtime, live, rateLimits, all: options.all === true });
  if (options.json) context.io.json(report);
  else context.io.foreign(renderStatus(report));
}

interface Circumstances {
  readonly runtime: SessionRuntime;
  readonly live: LiveView;
  readonly rateLimits: readonly RateLimit[];
  readonly all: boolean;
}

function reportOf(
  context: Context,
  jobs: readonly JobRecord[],
  { runtime, live, rateLimits, all }: Circumstances,
): StatusReport {
  const finished = finishedNewestFirst(jobs);
  const [latest] = finished;
  const shown = all ? finished : finished.slice(0, RECENT_JOBS);
  const stopReviewGate = reviewGate(context);
  return {
    workspaceRoot: context.workspace.root,
    config: { stopReviewGate },
    sessionRuntime: runtime,
    running: jobs.filter((job) => !isFinished(job)).map((job) => viewOf(job, live)),
    latestFinished: latest === undefined ? null : viewOf(latest),
    recent: shown.slice(1).map((job) => viewOf(job)),
    needsReview: stopReviewGate === true,
    usage: usageReport(context, jobs, all),
    rateLimits,
  };
}

async function showJob(context: Context, name: string, options: StatusOptions): Promise<void> {
  reportDamage(context, await readJobs(context));
  const { id } = namedJob(context, name);
  const waitTimedOut = options.wait ? !(await waitFor(context, id, options)) : false;
  const { read, live } = await readLive(context, async () => {
    await readJobs(context, { finished: 0 });
    const job = namedJob(context, id);
    return { job, jobs: [job] };
  });
  const { job } = read;
  for (const sentence of live.silent) context.io.note(sentence);
  const view = viewOf(job, live);
  const waited = options.wait ? { waitTimedOut, timeoutMs: options.timeoutMs } : {};
  if (options.json) context.io.json({ workspaceRoot: context.workspace.root, job: view, ...waited });
  else context.io.foreign(renderJob(view));
  markRead(context, job);
  // What was asked for is the status, and it was given: `wait` is what makes a verdict of it.
  if (waitTimedOut) context.io.note(timeoutSentence([id], options.timeoutMs));
}

async function waitFor(context: Context, jobId: string, { timeoutMs, json }: StatusOptions): Promise<boolean> {
  const [{ followJob }, { openProgress }] = await Promise.all([
    import('../../client/follow.ts'),
    import('../progress/progress.ts'),
  ]);
  const signal = AbortSignal.timeout(timeoutMs);
  const progress = await openProgress(context, { quiet: json === true, jobs: 1 });
  try {
    await followJob(context, jobId, { signal, ...progress.hooks });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    progress.close();
  }
}
