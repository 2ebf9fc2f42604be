import { messageOf } from '../contract/fault.ts';
import type { ThreadNotification, ToThread } from '../workers/port.ts';

/**
 * So many characters may wait for a thread that does not read them, and are memory of the broker's. A thread that is merely
 * slow, on a machine that is busy, is some megabytes behind.
 */
export const MAX_UNREAD_CHARS = 64 * 1024 * 1024;

export interface ThreadFeedOptions {
  readonly post: (message: ToThread) => void;
  /** A notification that cannot be handed on. */
  readonly onSkipped: (why: string) => void;
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

  /** `chars` is how long the lines were that the notifications came in. */
  handOn(list: readonly ThreadNotification[], chars: number): void {
    if (this.#behind) return;
    if (this.#unreadChars + chars > MAX_UNREAD_CHARS && this.#unread.length > 0) {
      this.#behind = true;
      this.#options.onBehind();
      return;
    }
    this.#post(list, chars);
  }

  /** The thread has read the oldest message that it had not. */
  onRead(): void {
    this.#unreadChars -= this.#unread.shift() ?? 0;
  }

  #post(list: readonly ThreadNotification[], chars: number): void {
    try {
      this.#options.post({ type: 'notifications', list });
      this.#unread.push(chars);
      this.#unreadChars += chars;
    } catch (error) {
      // One of them cannot be copied into the thread: it is nested too deep. It must not take the others along.
      if (list.length > 1) for (const notification of list) this.#post([notification], chars / list.length);
      else this.#options.onSkipped(messageOf(error));
    }
  }
}
