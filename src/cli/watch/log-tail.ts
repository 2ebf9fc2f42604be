import { JobLogReader, type NewText } from '../../status/log-reader.ts';
import type { LogText } from './model.ts';

/** How far back a log is shown, and how much of it is kept as it grows: `logs` has all of it. */
export const LOG_LINES_BACK = 2_000;
export const MAX_LOG_LINES = 5_000;

/** A longer line is shown as several: the time that folding takes grows with the square of the length. */
export const MAX_LINE_CHARS = 2_048;
const PARTS = new RegExp(`.{1,${MAX_LINE_CHARS}}`, 'gsu');

/** The end of a job's log, as it grows. */
export class LogTail {
  readonly #reader: JobLogReader;
  #first = 0;
  #lines: string[] = [];
  /** A line that is written only in part. */
  #open = '';

  constructor(file: string) {
    this.#reader = new JobLogReader(file, LOG_LINES_BACK);
  }

  get text(): LogText {
    return { first: this.#first, lines: this.#lines };
  }

  /** Takes what was added since. @throws FileRefused when the log is no file. */
  read(): void {
    for (;;) {
      const news = this.#reader.next();
      this.#take(news);
      if (news.text === '') return;
    }
  }

  close(): void {
    this.#reader.close();
  }

  #take({ text, gap }: NewText): void {
    const lines = `${this.#open}${text}`.split('\n').flatMap((line) => line.match(PARTS) ?? ['']);
    this.#open = lines.pop() ?? '';
    const all = [
      ...this.#lines,
      ...(gap ? ['(some lines may be missing: they came faster than they were read)'] : []),
      ...lines,
    ];
    const dropped = Math.max(0, all.length - MAX_LOG_LINES);
    this.#first += dropped;
    this.#lines = dropped === 0 ? all : all.slice(dropped);
  }
}
