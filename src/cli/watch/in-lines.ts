import { JobMirror, type WatchedJob } from '../../client/job-mirror.ts';
import { WorkspaceFeed } from '../../client/workspace-feed.ts';
import { isFinished, type JobRecord } from '../../contract/job.ts';
import { summaryOf } from '../../review/summary.ts';
import { deferred } from '../../util/deferred.ts';
import { formatMs } from '../../util/duration.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { onEndSignal } from '../on-end-signal.ts';
import { elapsedMs } from '../render/job-cells.ts';
import { linkSentence } from './header.ts';

const DETAIL_CHARS = 200;

/**
 * What is active, and from then on each change of state, one line each, until somebody interrupts it. Returns the exit
 * status; the jobs go on.
 */
export async function watchInLines(context: Context, options: { readonly allSessions: boolean }): Promise<ExitCode> {
  const { settings } = context.config;
  const sessionId = options.allSessions ? null : settings.sessionId;
  const left = deferred<ExitCode>();
  const stop = new AbortController();
  const mirror = new JobMirror({ lookup: (jobId) => context.store.read(jobId), stuckMs: settings.stuckTimeoutMs });
  const printer = new StatePrinter(context);
  const feed: WorkspaceFeed = new WorkspaceFeed(context, mirror, {
    onChange: () => {
      printer.print(mirror.jobs({ sessionId, ended: Number.POSITIVE_INFINITY }));
      printer.noteLink(linkSentence(feed));
    },
    onJob: () => undefined,
  });
  const stopSignals = onEndSignal((exitCode) => left.resolve(exitCode));
  context.io.unread.addEventListener('abort', () => left.resolve(EXIT.done));
  const fed = feed.run(stop.signal);
  try {
    return await Promise.race([left.promise, fed.then(() => left.promise)]);
  } finally {
    stopSignals();
    stop.abort();
    await fed.catch(() => undefined);
  }
}

/** Says of each job what has become of it, once. */
class StatePrinter {
  readonly #context: Context;
  /** What was said last of each job. */
  readonly #said = new Map<string, string>();
  #begun = false;
  #link = '';

  constructor(context: Context) {
    this.#context = context;
  }

  print(jobs: readonly WatchedJob[]): void {
    // Oldest first, as they would have been told.
    for (const watched of jobs.toSorted((a, b) => (a.job.updatedAt < b.job.updatedAt ? -1 : 1))) {
      const { job } = watched;
      const state = stateIn(job);
      const news = this.#said.get(job.id) !== state;
      this.#said.set(job.id, state);
      // What had ended before is no news.
      if (news && (this.#begun || !isFinished(job))) {
        this.#context.io.foreign(`${job.updatedAt} ${job.id} ${state}${detailOf(watched)}\n`);
      }
    }
    this.#begun = true;
  }

  noteLink(sentence: string): void {
    if (sentence !== '' && sentence !== this.#link) this.#context.io.note(sentence);
    this.#link = sentence;
  }
}

/** The states of a job that are told of: not each step of its work. */
function stateIn(job: JobRecord): string {
  if (job.status === 'queued') return job.retryAt === null ? 'queued' : `retrying, attempt ${job.attempt + 1}`;
  if (job.status !== 'running') return job.status;
  if (job.stopping !== null) return job.phase;
  return job.questions.length > 0 ? 'asking' : 'running';
}

function detailOf(watched: WatchedJob): string {
  const { job } = watched;
  const ms = isFinished(job) ? elapsedMs(watched, 0) : null;
  const time = ms === null ? '' : ` in ${formatMs(ms)}`;
  const words = oneLine(wordsOf(job), DETAIL_CHARS);
  return `${time}${words === '' ? '' : `: ${words}`}`;
}

function wordsOf(job: JobRecord): string {
  switch (job.status) {
    case 'queued':
      return job.summary;
    case 'running':
      return job.stopping?.cause ?? job.questions[0]?.subject ?? job.summary;
    case 'failed':
      return `${job.reason}: ${job.errorMessage}`;
    case 'cancelled':
      return job.history.at(-1)?.detail ?? '';
    case 'completed':
      return summaryOf(job);
  }
}
