import type { JobLogReader } from '../../status/log-reader.ts';
import { type Stamped, stampedLine } from '../../status/log-stamp.ts';

/** A line of a job's log. */
export interface LogLine {
  readonly jobId: string;
  /** When it was written (ISO): of a block, all lines have that of the first. Null for a line that is not ours. */
  readonly time: string | null;
  /** Without the time. */
  readonly text: string;
  /** Of a line of a block's body, what the block begins with, such as "Assistant message"; else null. */
  readonly block: string | null;
}

export interface JobLinesOptions {
  /** Lines that were written before this moment (ISO) are passed over. */
  readonly since?: string | undefined;
  /** Called when lines may be gone: the log had grown faster than it was read. */
  readonly onGap: () => void;
}

/** The lines of one job's log, one after the other, as far as they are there. */
export class JobLines {
  readonly #jobId: string;
  readonly #reader: JobLogReader;
  readonly #options: JobLinesOptions;
  // What was read and has not been taken, the next line last.
  #lines: LogLine[] = [];
  #openLine = '';
  #ended = false;
  #head: Stamped | null = null;

  constructor(jobId: string, reader: JobLogReader, options: JobLinesOptions) {
    this.#jobId = jobId;
    this.#reader = reader;
    this.#options = options;
  }

  /** The next whole line, or undefined when there is none by now. @throws FileRefused when the log is no file. */
  peek(): LogLine | undefined {
    while (this.#lines.length === 0) {
      const { text, gap } = this.#reader.next();
      if (gap) this.#options.onGap();
      if (text === '') return this.#lastLine();
      this.#head ??= this.#reader.head;
      // A line that is much longer than what is read at once is put together once, at its end.
      const [first = '', ...rest] = text.split('\n');
      const lines = [this.#openLine + first, ...rest];
      this.#openLine = lines.pop() ?? '';
      this.#lines = this.#wanted(lines).reverse();
    }
    return this.#lines.at(-1);
  }

  take(): LogLine | undefined {
    const line = this.peek();
    this.#lines.pop();
    return line;
  }

  /** Nothing more comes: what the log ends with is a line, whether or not it ends like one. */
  end(): void {
    this.#ended = true;
  }

  close(): void {
    this.#reader.close();
  }

  #lastLine(): LogLine | undefined {
    if (!this.#ended || this.#openLine === '') return undefined;
    this.#lines = this.#wanted([this.#openLine]);
    this.#openLine = '';
    return this.#lines.at(-1);
  }

  #wanted(lines: readonly string[]): LogLine[] {
    const { since } = this.#options;
    const found = lines.map((line) => this.#lineOf(line));
    return since === undefined ? found : found.filter(({ time }) => time !== null && time >= since);
  }

  #lineOf(line: string): LogLine {
    const stamped = stampedLine(line);
    if (stamped !== null) this.#head = stamped;
    const time = this.#head?.time ?? null;
    if (stamped !== null) return { jobId: this.#jobId, time, text: stamped.text, block: null };
    return { jobId: this.#jobId, time, text: line, block: this.#head?.text ?? null };
  }
}
