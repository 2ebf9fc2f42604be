import { ClientError } from '../../client/client-error.ts';
import { followJob } from '../../client/follow.ts';
import type { FinishedJob } from '../../contract/job.ts';
import type { Context } from '../context.ts';
import { endSentence } from '../render/job.ts';
import type { LogPrinter } from './printer.ts';

/** Jobs whose logs are printed as they grow, each until it has ended. */
export class FollowedJobs {
  /** In the order in which their ends were printed. */
  readonly ended: FinishedJob[] = [];
  /** Why some could not be followed to their ends. */
  readonly failures: ClientError[] = [];
  readonly #printer: LogPrinter;
  readonly #known = new Set<string>();
  readonly #going = new Set<string>();
  readonly #followed = new Map<string, Promise<void>>();

  constructor(printer: LogPrinter) {
    this.#printer = printer;
  }

  has(jobId: string): boolean {
    return this.#known.has(jobId);
  }

  /** Those whose ends are still to come. */
  get going(): string[] {
    return [...this.#going];
  }

  /** The printer has its log. */
  add(context: Context, jobId: string): void {
    this.#known.add(jobId);
    this.#going.add(jobId);
    const followed = this.#follow(context, jobId).finally(() => this.#followed.delete(jobId));
    // Whoever waits for them all hears of it.
    followed.catch(() => undefined);
    this.#followed.set(jobId, followed);
  }

  /**
   * Resolves when all of them have ended and are printed, also those that are added meanwhile.
   * @throws the printer's reason when it was stopped; FileRefused when a log is no file.
   */
  async allEnded(): Promise<void> {
    while (this.#followed.size > 0) await Promise.all(this.#followed.values());
  }

  async #follow(context: Context, jobId: string): Promise<void> {
    const { stopped } = this.#printer;
    const onNews = () => this.#printer.poke(jobId);
    onNews();
    try {
      const job = await followJob(context, jobId, { signal: stopped, onCatchUp: onNews, onEvent: onNews });
      this.#going.delete(jobId);
      await this.#printer.end([jobId]);
      stopped.throwIfAborted();
      this.ended.push(job);
      context.io.note(endSentence(job));
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      // The others are followed all the same.
      this.#going.delete(jobId);
      this.failures.push(error);
      context.io.note(`codex-companion: ${error.message}`);
    }
  }
}
