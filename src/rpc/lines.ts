const NEWLINE = 0x0a;
const FIRST_CAPACITY = 4096;
const KEPT_CAPACITY = 65_536;
const SAMPLE_BYTES = 200;

/** A line without its newline, or the news that one was longer than allowed: `bytes` is what had come by then. */
export type Line =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'oversize'; readonly bytes: number; readonly sample: string };

/**
 * Bytes in, lines out. A line longer than `maxLineBytes` is reported once, as soon as that is known, and
 * dropped up to its newline, so memory stays bounded even when the newline never comes.
 */
export class LineDecoder {
  readonly #maxLineBytes: number;
  // The beginning of a line whose newline has not come: the first `#held` bytes of `#partial`.
  #partial = Buffer.alloc(0);
  #held = 0;
  #dropping = false;

  constructor(maxLineBytes: number) {
    this.#maxLineBytes = maxLineBytes;
  }

  push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const line = this.#complete(chunk, start, end);
      if (line !== undefined) lines.push(line);
      start = end + 1;
    }
    const oversize = this.#keep(chunk, start);
    if (oversize !== undefined) lines.push(oversize);
    return lines;
  }

  /** What was left without a newline when the stream ended. */
  end(): Line[] {
    if (this.#held === 0) return [];
    return [{ kind: 'line', text: this.#takePartial() }];
  }

  #complete(chunk: Buffer, start: number, end: number): Line | undefined {
    if (this.#dropping) {
      this.#dropping = false;
      return undefined;
    }
    if (this.#held + end - start > this.#maxLineBytes) return this.#oversize(chunk, start, end);
    if (this.#held === 0) return { kind: 'line', text: chunk.toString('utf8', start, end) };
    this.#append(chunk, start, end);
    return { kind: 'line', text: this.#takePartial() };
  }

  #keep(chunk: Buffer, start: number): Line | undefined {
    if (this.#dropping || start === chunk.length) return undefined;
    if (this.#held + chunk.length - start > this.#maxLineBytes) {
      this.#dropping = true;
      return this.#oversize(chunk, start, chunk.length);
    }
    this.#append(chunk, start, chunk.length);
    return undefined;
  }

  #oversize(chunk: Buffer, start: number, end: number): Line {
    const bytes = this.#held + end - start;
    const head = this.#held > 0 ? this.#partial.subarray(0, this.#held) : chunk.subarray(start, end);
    const sample = head.toString('utf8', 0, Math.min(head.length, SAMPLE_BYTES));
    this.#release();
    return { kind: 'oversize', bytes, sample };
  }

  // One buffer that doubles, not a list of chunks: a line that comes byte by byte would cost an object a byte.
  #append(chunk: Buffer, start: number, end: number): void {
    const needed = this.#held + end - start;
    if (needed > this.#partial.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, FIRST_CAPACITY, this.#partial.length * 2));
      this.#partial.copy(grown, 0, 0, this.#held);
      this.#partial = grown;
    }
    chunk.copy(this.#partial, this.#held, start, end);
    this.#held = needed;
  }

  #takePartial(): string {
    const text = this.#partial.toString('utf8', 0, this.#held);
    this.#release();
    return text;
  }

  #release(): void {
    this.#held = 0;
    if (this.#partial.length > KEPT_CAPACITY) this.#partial = Buffer.alloc(0);
  }
}
