/** So many characters may wait to be read. Beyond that progress is left out: the log has all of it. */
export const MAX_UNREAD_CHARS = 256 * 1024;

export interface ProgressOutput {
  say(line: string): void;
  /** How many characters of what was said nobody has read so far. */
  unreadChars(): number;
}

/** What a job does, as it does it, for somebody who waits for it on a terminal that may be slow, or stopped. */
export class ProgressLines {
  readonly #jobId: string;
  readonly #output: ProgressOutput;
  #leftOut = false;

  constructor(jobId: string, output: ProgressOutput) {
    this.#jobId = jobId;
    this.#output = output;
  }

  say(line: string): void {
    if (this.#output.unreadChars() > MAX_UNREAD_CHARS) {
      this.leaveOut();
    } else {
      this.end();
      this.#output.say(`[codex] ${line}`);
    }
  }

  /** Something was not said here. That is told as soon as there is room for it. */
  leaveOut(): void {
    this.#leftOut = true;
  }

  /** Nothing more is said, so that is told now. */
  end(): void {
    if (!this.#leftOut) return;
    this.#leftOut = false;
    this.#output.say(`[codex] Some lines are left out here (codex-companion logs ${this.#jobId} has all of them)`);
  }
}
