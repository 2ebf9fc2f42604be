import type { ControlClient } from '../../client/control-client.ts';
import { JobMirror } from '../../client/job-mirror.ts';
import { LIVE_ANSWER_MS } from '../../client/live-jobs.ts';
import type { Envelope } from '../../contract/event.ts';
import type { JobRecord } from '../../contract/job.ts';
import type { Ability } from '../../terminal/ability.ts';
import { inForeground } from '../../terminal/foreground.ts';
import { paintWith } from '../../terminal/paint.ts';
import { type Status, StatusLine } from '../../terminal/status-line.ts';
import { formatClock } from '../../util/duration.ts';
import { monotonicMs } from '../../util/monotonic.ts';
import type { Progress, ProgressContext } from './progress.ts';
import { statusOf } from './status-of.ts';

/** How often the broker is asked where a job is in the queue, of which no event tells. */
const ASK_EVERY_MS = 2_000;

/** The line on the terminal, and what it says: the jobs as their brokers tell of them. */
export class LiveProgress implements Progress {
  readonly #context: ProgressContext;
  /** How many jobs are waited for; null for the one that was just handed in. */
  readonly #count: number | null;
  readonly #mirror: JobMirror;
  readonly #line: StatusLine;
  readonly hooks: Progress['hooks'] = {
    onCatchUp: (job, client) => this.#caughtUp(job, client),
    onEvent: (envelope) => this.#happened(envelope),
  };
  readonly #asked = new Map<string, ControlClient>();
  readonly #timer: NodeJS.Timeout;
  #doing: { readonly what: string; readonly sinceMs: number } | null = null;
  #codexStarts = false;

  static open(context: ProgressContext, ability: Ability, count: number | null): LiveProgress {
    const progress = new LiveProgress(context, ability, count);
    context.io.showBelow(progress.#line);
    progress.#line.start();
    return progress;
  }

  private constructor(context: ProgressContext, { color, glyphs }: Ability, count: number | null) {
    this.#context = context;
    this.#count = count;
    this.#mirror = new JobMirror({ lookup: () => null, stuckMs: context.config.settings?.stuckTimeoutMs ?? 0 });
    const status = () => this.#status();
    const { quiet } = paintWith(color);
    this.#line = new StatusLine({ output: process.stderr, status, quiet, mayDraw: inForeground, glyphs });
    this.#timer = setInterval(() => this.#askForPlaces(), ASK_EVERY_MS).unref();
  }

  doing(what: string): void {
    this.#doing = { what, sinceMs: monotonicMs() };
  }

  #caughtUp(job: JobRecord, client: ControlClient | undefined): void {
    this.#doing = null;
    this.#mirror.take(job);
    if (client === undefined) {
      this.#asked.delete(job.id);
    } else {
      this.#asked.set(job.id, client);
      void this.#ask(job.id, client);
    }
  }

  #happened(envelope: Envelope): void {
    if (envelope.event.type === 'appServer.ready') this.#codexStarts = false;
    this.#mirror.observe(envelope);
  }

  async pausedDuring<T>(work: () => Promise<T>): Promise<T> {
    this.#line.hold();
    try {
      return await work();
    } finally {
      this.#line.release();
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#line.stop();
    this.#context.io.showBelow(null);
  }

  #status(): Status | null {
    const jobs = this.#mirror.jobs({ sessionId: null, ended: 0 });
    const ofJobs = statusOf({ jobs, count: this.#count, codexStarts: this.#codexStarts }, Date.now());
    if (ofJobs !== null || this.#doing === null) return ofJobs;
    return [`${this.#doing.what} ${formatClock(monotonicMs() - this.#doing.sinceMs)}`, ''];
  }

  #askForPlaces(): void {
    for (const { id, status } of this.#mirror.active()) {
      const client = status === 'queued' ? this.#asked.get(id) : undefined;
      if (client !== undefined) void this.#ask(id, client);
    }
  }

  async #ask(jobId: string, client: ControlClient): Promise<void> {
    try {
      const { jobs } = await client.call('job/live', {}, LIVE_ANSWER_MS);
      const live = jobs.find(({ job }) => job.id === jobId);
      if (live === undefined) return;
      this.#codexStarts = live.appServer.state === 'starting';
      this.#mirror.takeLive(live);
    } catch {
      // A broker that does not answer is noticed by whoever waits for the job.
    }
  }
}
