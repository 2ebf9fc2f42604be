import { StringDecoder } from 'node:string_decoder';
import { deferred } from '../../src/util/deferred.ts';

export type Stream = 'stdout' | 'stderr';

interface Line {
  readonly stream: Stream;
  readonly text: string;
}

/** What a process said, by lines, for tests that wait for one of them. */
export class Transcript {
  readonly #title: string;
  readonly #texts = { stdout: '', stderr: '' };
  readonly #open = { stdout: '', stderr: '' };
  readonly #decoders = { stdout: new StringDecoder('utf8'), stderr: new StringDecoder('utf8') };
  readonly #lines: Line[] = [];
  readonly #listeners = new Set<(line: Line) => void>();
  readonly #ended = deferred<void>();

  constructor(title: string) {
    this.#title = title;
  }

  push(stream: Stream, chunk: Buffer): void {
    const text = this.#decoders[stream].write(chunk);
    this.#texts[stream] += text;
    const parts = (this.#open[stream] + text).split('\n');
    this.#open[stream] = parts.pop() ?? '';
    for (const part of parts) this.#add({ stream, text: part });
  }

  /** The process is gone: an unfinished last line counts as a line. */
  end(): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      if (this.#open[stream] !== '') this.#add({ stream, text: this.#open[stream] });
      this.#open[stream] = '';
    }
    this.#ended.resolve();
  }

  text(stream: Stream): string {
    return this.#texts[stream];
  }

  onLine(listener: (line: string) => void): void {
    this.#subscribe((line) => {
      if (line.stream === 'stdout') listener(line.text);
    });
  }

  async waitForLine(pattern: RegExp, boundMs: number): Promise<string> {
    const found = deferred<string>();
    const unsubscribe = this.#subscribe((line) => {
      if (pattern.test(line.text)) found.resolve(line.text);
    });
    const timer = setTimeout(() => found.reject(this.#failure(pattern, `within ${boundMs} ms`)), boundMs);
    void this.#ended.promise.then(() => found.reject(this.#failure(pattern, 'before the process ended')));
    try {
      return await found.promise;
    } finally {
      clearTimeout(timer);
      unsubscribe();
    }
  }

  #add(line: Line): void {
    this.#lines.push(line);
    for (const listener of this.#listeners) listener(line);
  }

  #subscribe(listener: (line: Line) => void): () => void {
    for (const line of this.#lines) listener(line);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #failure(pattern: RegExp, when: string): Error {
    const said = (['stdout', 'stderr'] as const).map((s) => `--- ${s}\n${this.#texts[s].slice(-4000)}`).join('\n');
    return new Error(`No line ${String(pattern)} ${when} from "${this.#title}"\n${said}`);
  }
}
