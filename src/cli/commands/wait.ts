import type { Command } from 'commander';
import { followJob } from '../../client/follow.ts';
import { viewOf } from '../../client/job-view.ts';
import { markRead } from '../../client/mark-read.ts';
import type { FinishedJob } from '../../contract/job.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT, verdictOf } from '../exit-codes.ts';
import { namedJobs } from '../named-jobs.ts';
import { type NotifyOptions, notifyDone, withNotifyOption } from '../notify.ts';
import { type CommonOptions, durationArgument, withCommonOptions } from '../options.ts';
import { type Progress, withProgress } from '../progress/progress.ts';
import { endSentence, timeoutSentence } from '../render/job.ts';

interface WaitOptions extends CommonOptions, NotifyOptions {
  readonly any?: boolean;
  readonly all?: boolean;
  readonly timeoutMs?: number;
}

export function waitCommand(program: Command): void {
  withNotifyOption(withCommonOptions(program.command('wait')))
    .summary('wait until jobs have ended; the exit status is the verdict')
    .description('Waits by event, not by asking again. Exits 0 when the jobs completed, 124 when time ran out.')
    .argument('<job...>', 'ids of jobs, or unambiguous parts of them')
    .option('--any', 'until one of them has ended')
    .option('--all', 'until all of them have ended (the default)')
    .option('--timeout-ms <ms>', 'longest time to wait; the jobs go on after it', durationArgument)
    .action(async (names: string[], options: WaitOptions) => {
      process.exitCode = await runWait(openContext(options.cwd), names, options);
    });
}

async function runWait(context: Context, names: readonly string[], options: WaitOptions): Promise<number> {
  if (options.any && options.all) throw new CliError(EXIT.usage, 'Choose --any or --all, not both');
  const awaited = await namedJobs(context, names);
  const { ended, timedOut } = await withProgress(
    context,
    'Waiting',
    (progress) => waitFor(awaited, options, progress),
    { quiet: options.json === true, jobs: awaited.size },
  );
  if (options.json) context.io.json({ jobs: ended.map((job) => viewOf(job)), waitTimedOut: timedOut });
  else for (const job of ended) context.io.foreign(`${endSentence(job)}\n`);
  for (const job of ended) markRead(awaited.get(job.id) ?? context, job);
  const inVain = timedOut ? notAmong(ended, [...awaited.keys()]) : [];
  if (timedOut) context.io.note(timeoutSentence(inVain, options.timeoutMs ?? 0));
  const open = inVain.flatMap((id) => awaited.get(id)?.store.read(id) ?? []);
  await notifyDone(context, [...ended, ...open], options);
  if (timedOut) return EXIT.deadline;
  return verdictOf(ended);
}

function notAmong(ended: readonly FinishedJob[], ids: readonly string[]): string[] {
  const over = new Set(ended.map(({ id }) => id));
  return ids.filter((id) => !over.has(id));
}

async function waitFor(
  awaited: ReadonlyMap<string, Context>,
  options: WaitOptions,
  progress: Progress,
): Promise<{ ended: FinishedJob[]; timedOut: boolean }> {
  const enough = new AbortController();
  const timeout = options.timeoutMs === undefined ? null : AbortSignal.timeout(options.timeoutMs);
  const signal = timeout === null ? enough.signal : AbortSignal.any([enough.signal, timeout]);
  const ended: FinishedJob[] = [];
  const waits = [...awaited].map(async ([jobId, context]) => {
    try {
      ended.push(await followJob(context, jobId, { signal, ...progress.hooks }));
      if (options.any) enough.abort(new Error('one has ended'));
    } catch (error) {
      if (signal.aborted) return;
      // The others would keep this process alive, with nobody to hear of their ends.
      enough.abort(error);
      throw error;
    }
  });
  await Promise.all(waits);
  const wanted = options.any ? 1 : awaited.size;
  return { ended, timedOut: ended.length < wanted };
}
