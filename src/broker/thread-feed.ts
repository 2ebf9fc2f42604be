import type { ToThread } from '../workers/port.ts';

/**
 * So many characters may wait for a thread that does not read them, and are memory of the broker's. A thread that is merely
 * slow, on a machine that is busy, is some megabytes behind.
 */
export const MAX_UNREAD_CHARS = 64 * 1024 * 1024;

/** A message that has so many characters takes no more lines. */
export const FULL_MESSAGE_CHARS = 256 * 1024;

export interface ThreadFeedOptions {
  readonly post: (message: ToThread) => void;
  /** Called once, when the thread is too far behind. Nothing more is handed on. */
  readonly onBehind: () => void;
}

interface Message {
  readonly lines: string[];
  chars: number;
}

/**
 * What Codex says of a job, on its way into the job's thread: at once, but one message at a time. What comes while the
 * thread reads goes together in the next one: in a flood, the hop costs less for each line.
 */
export class ThreadFeed {
  readonly #options: ThreadFeedOptions;
  /** Oldest first; only the last may have room for more. */
  #waiting: Message[] = [];
  #waitingChars = 0;
  /** Of what was posted and is not read. */
  #postedChars = 0;
  #behind = false;

  constructor(options: ThreadFeedOptions) {
    this.#options = options;
  }

  handOn(lines: readonly string[]): void {
    if (this.#behind) return;
    for (const line of lines) this.#add(line);
    if (this.#postedChars === 0) this.#postNext();
    else if (this.#postedChars + this.#waitingChars > MAX_UNREAD_CHARS) this.#giveUp();
  }

  /** The thread has read all that was posted. */
  onRead(): void {
    this.#postedChars = 0;
    this.#postNext();
  }

  /** Posts everything, whether the thread has read what came before or not. */
  flush(): void {
    while (this.#waiting.length > 0) this.#postNext();
  }

  #add(line: string): void {
    const last = this.#waiting.at(-1);
    const message = last === undefined || last.chars >= FULL_MESSAGE_CHARS ? { lines: [], chars: 0 } : last;
    if (message !== last) this.#waiting.push(message);
    message.lines.push(line);
    message.chars += line.length;
    this.#waitingChars += line.length;
  }

  #postNext(): void {
    const message = this.#waiting.shift();
    if (message === undefined) return;
    this.#waitingChars -= message.chars;
    this.#postedChars += message.chars;
    this.#options.post({ type: 'notifications', lines: message.lines });
  }

  #giveUp(): void {
    this.#behind = true;
    this.#waiting = [];
    this.#options.onBehind();
  }
}
