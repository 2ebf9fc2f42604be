import type { Readable } from 'node:stream';
import { monotonicMs } from '../../src/util/monotonic.ts';

const PULSE = /pulse (\d+) ([\d.]+)/gu;

/** Reads lines that carry pulses of the fake Codex, whatever they wrap them in, and notes how long each has been on its way. */
export class PulseReader {
  /** Milliseconds, a pulse each; of those only that were sent after this was made. */
  readonly latenciesMs: number[] = [];
  readonly #sinceMs = monotonicMs();
  readonly #last: Promise<void>;
  #open = '';

  /** `isLast` says of a line whether it is the last one of interest. */
  constructor(stream: Readable, isLast: (line: string) => boolean) {
    this.#last = new Promise((resolve) => {
      stream.on('data', (chunk: Buffer) => {
        const nowMs = monotonicMs();
        const lines = `${this.#open}${chunk.toString('latin1')}`.split('\n');
        this.#open = lines.pop() ?? '';
        for (const line of lines) {
          this.#read(line, nowMs);
          if (isLast(line)) resolve();
        }
      });
    });
  }

  /** Resolves when the last line of interest was read. */
  get last(): Promise<void> {
    return this.#last;
  }

  #read(line: string, nowMs: number): void {
    for (const [, , text] of line.matchAll(PULSE)) {
      const sentAtMs = Number(text);
      if (sentAtMs >= this.#sinceMs) this.latenciesMs.push(nowMs - sentAtMs);
    }
  }
}
