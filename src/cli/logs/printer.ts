import { JobLogReader } from '../../status/log-reader.ts';
import type { Context } from '../context.ts';

export interface PrinterOptions {
  readonly lines?: number | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Prints the log of a job from where it left off. The log file has all of it, so nothing is lost or repeated, whatever made
 * us look; and no more of it is read than whoever reads us takes.
 */
export class LogPrinter {
  readonly #context: Context;
  readonly #jobId: string;
  readonly #options: PrinterOptions;
  readonly #reader: JobLogReader;
  readonly #signal: AbortSignal;
  #printing: Promise<void> | undefined;
  #again = false;
  #openLine = '';

  /** @param signal ends the printing: whoever reads it may never take the rest. */
  constructor(context: Context, jobId: string, options: PrinterOptions, signal: AbortSignal) {
    this.#context = context;
    this.#jobId = jobId;
    this.#options = options;
    this.#signal = signal;
    this.#reader = new JobLogReader(context.store.logFile(jobId), options.lines);
  }

  /** There may be more. */
  poke(): void {
    // Should it go wrong, then it will when the rest is printed, too.
    this.print().catch(() => undefined);
  }

  /**
   * Resolves when all that is there by now has been handed to whoever reads it, or the signal has aborted.
   * @throws FileRefused when the log is no file.
   */
  print(): Promise<void> {
    this.#again = true;
    this.#printing ??= Promise.resolve().then(() => this.#printAll());
    return this.#printing;
  }

  /** The last line of a log that does not end with one. */
  end(): void {
    if (this.#openLine !== '') this.#out('\n');
  }

  async #printAll(): Promise<void> {
    const { io } = this.#context;
    try {
      while (this.#again && !this.#signal.aborted) {
        const { text, gap } = this.#reader.next();
        if (gap) io.note(`Some of the log of ${this.#jobId} may be gone: it grew faster than it was read`);
        // Where there was something, there may be more.
        this.#again = text !== '';
        this.#out(text);
        await io.drained(this.#signal);
      }
    } finally {
      this.#printing = undefined;
    }
  }

  #out(text: string): void {
    const { io } = this.#context;
    if (this.#options.json) {
      const lines = (this.#openLine + text).split('\n');
      this.#openLine = lines.pop() ?? '';
      io.out(lines.map((line) => `${JSON.stringify({ line })}\n`).join(''));
    } else {
      io.foreign(text);
    }
  }
}
