import type { ToThread } from '../workers/port.ts';

/**
 * So many characters may wait for a thread that does not read them, and are memory of the broker's. A thread that is merely
 * slow, on a machine that is busy, is some megabytes behind.
 */
export const MAX_UNREAD_CHARS = 64 * 1024 * 1024;

export interface ThreadFeedOptions {
  readonly post: (message: ToThread) => void;
  /** Called once, when the thread is too far behind. Nothing more is handed on. */
  readonly onBehind: () => void;
}

/** What Codex says of a job, on its way into the job's thread. */
export class ThreadFeed {
  readonly #options: ThreadFeedOptions;
  // Of each message that the thread has not read, oldest first.
  readonly #unread: number[] = [];
  #unreadChars = 0;
  #behind = false;

  constructor(options: ThreadFeedOptions) {
    this.#options = options;
  }

  handOn(lines: readonly string[]): void {
    if (this.#behind) return;
    const chars = lines.reduce((total, line) => total + line.length, 0);
    if (this.#unreadChars + chars > MAX_UNREAD_CHARS && this.#unread.length > 0) {
      this.#behind = true;
      this.#options.onBehind();
      return;
    }
    this.#options.post({ type: 'notifications', lines });
    this.#unread.push(chars);
    this.#unreadChars += chars;
  }

  /** The thread has read the oldest message that it had not. */
  onRead(): void {
    this.#unreadChars -= this.#unread.shift() ?? 0;
  }
}
