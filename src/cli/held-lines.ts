/** Lines for a terminal that somebody else may have for a while, such as an open question: then they wait, in order. */
export class HeldLines {
  readonly #say: (line: string) => void;
  readonly #held: string[] = [];
  #holders = 0;
  #heldChars = 0;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** How many characters wait. */
  get heldChars(): number {
    return this.#heldChars;
  }

  say(line: string): void {
    if (this.#holders === 0) {
      this.#say(line);
    } else {
      this.#held.push(line);
      this.#heldChars += line.length;
    }
  }

  /** Resolves after `busy` has settled and what waited for it has been said. Never rejects. */
  async holdDuring(busy: Promise<void>): Promise<void> {
    this.#holders += 1;
    await busy.catch(() => undefined);
    this.#holders -= 1;
    if (this.#holders > 0) return;
    this.#heldChars = 0;
    for (const line of this.#held.splice(0)) this.#say(line);
  }
}
