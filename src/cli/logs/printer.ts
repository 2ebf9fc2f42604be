import { shortId } from '../../contract/ids.ts';
import { JobLogReader } from '../../status/log-reader.ts';
import type { Context } from '../context.ts';
import type { Io } from '../io.ts';
import type { LineFormat } from './format.ts';
import { JobLines } from './job-lines.ts';
import { merged } from './merged.ts';

/** So much is put together before it is handed to whoever reads it. */
const WRITE_CHARS = 64 * 1024;

export interface PrinterOptions {
  readonly format: LineFormat;
  /** Only what was written since that moment (ISO). */
  readonly since?: string | undefined;
  /** Says of each job what its lines are labelled with. */
  readonly introduce: boolean;
}

/**
 * Prints the logs of some jobs, each from where it left off, in the order of time. The log files have everything, so
 * nothing is lost or repeated, whatever made us look; and no more of them is read than whoever reads us takes.
 */
export class LogPrinter {
  readonly #io: Io;
  readonly #options: PrinterOptions;
  readonly #stop = new AbortController();
  readonly #logs = new Map<string, JobLines>();
  readonly #stale = new Set<JobLines>();
  #printing: Promise<void> | undefined;

  /** Aborts when nothing more will be printed: nobody reads it any more, or {@link stop} was called. */
  readonly stopped: AbortSignal;

  constructor(io: Io, options: PrinterOptions) {
    this.#io = io;
    this.#options = options;
    this.stopped = AbortSignal.any([this.#stop.signal, io.unread]);
  }

  /** @param lastLines where to begin in its log; at the beginning without it. */
  add({ store }: Context, jobId: string, lastLines?: number): void {
    if (this.#options.introduce) this.#io.note(`${shortId(jobId)} is ${jobId}: ${store.read(jobId)?.summary ?? ''}`);
    const reader = new JobLogReader(store.logFile(jobId), lastLines);
    const onGap = () => this.#io.note(`Some of the log of ${jobId} may be gone: it grew faster than it was read`);
    this.#logs.set(jobId, new JobLines(jobId, reader, { since: this.#options.since, onGap }));
  }

  /** There may be more in the log of that job. */
  poke(jobId: string): void {
    // Should it go wrong, then it will at the end, too.
    this.#print([jobId]).catch(() => undefined);
  }

  /** What has not been handed on is not: whoever reads it may never take it. */
  stop(): void {
    this.#stop.abort(new Error('stopped'));
  }

  /**
   * Nothing more comes into the logs of these jobs. Resolves when all of them has been handed to whoever reads it, or
   * it was stopped.
   * @throws FileRefused when a log is no file.
   */
  async end(jobIds: readonly string[]): Promise<void> {
    for (const id of jobIds) this.#logs.get(id)?.end();
    await this.#print(jobIds);
    for (const id of jobIds) this.#logs.get(id)?.close();
  }

  #print(jobIds: readonly string[]): Promise<void> {
    for (const log of jobIds.flatMap((id) => this.#logs.get(id) ?? [])) this.#stale.add(log);
    this.#printing ??= Promise.resolve().then(() => this.#printStale());
    return this.#printing;
  }

  /** One at a time: two would print into each other's blocks. */
  async #printStale(): Promise<void> {
    try {
      while (this.#stale.size > 0 && !this.stopped.aborted) await this.#printLines();
    } finally {
      this.#printing = undefined;
    }
  }

  async #printLines(): Promise<void> {
    const { format } = this.#options;
    let text = '';
    for (const line of merged(this.#stale)) {
      text += format(line);
      if (text.length < WRITE_CHARS) continue;
      this.#io.out(text);
      text = '';
      await this.#io.drained(this.stopped);
      if (this.stopped.aborted) return;
    }
    if (text !== '') this.#io.out(text);
    await this.#io.drained(this.stopped);
  }
}
