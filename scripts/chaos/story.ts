/** What happened in a round, in order, for whoever has to explain a violation. */
export class Story {
  readonly #startedAtMs = Date.now();
  readonly #lines: string[] = [];

  tell(what: string): void {
    const at = Date.now() - this.#startedAtMs;
    this.#lines.push(`${String(at).padStart(6)} ms  ${what}`);
  }

  toString(): string {
    return this.#lines.join('\n');
  }
}
