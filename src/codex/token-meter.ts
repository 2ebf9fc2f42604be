import * as v from 'valibot';
import { type Usage, usageSince } from '../contract/usage.ts';
import type { Notification } from './fold.ts';
import { TurnNotification, UsageNotification } from './notifications.ts';

/** Threads whose counters are remembered; of one that was forgotten only its last call is known to be new. */
export const MAX_METERED_THREADS = 1_000;

interface Counter {
  /** Null until the thread was told of. */
  readonly total: Usage | null;
  /** The ids of the turn that was begun last: of a review it has two. */
  readonly turnIds: readonly (string | null)[];
}

/**
 * Makes of the app-server's counters, one a thread and never set back, what was used since they were last told. The
 * same figures come again and again: after a failed call, and when a thread is resumed, then under an earlier turn.
 * Each is to be read once, whoever's thread it is.
 */
export class TokenMeter {
  readonly #counters = new Map<string, Counter>();

  /** The tokens that this notification tells of and none before it did; null for none. */
  read({ method, params }: Notification): Usage | null {
    if (method === 'thread/tokenUsage/updated') return this.#told(params);
    if (method === 'turn/started') this.#begun(params);
    return null;
  }

  #begun(params: unknown): void {
    const parsed = v.safeParse(TurnNotification, params);
    if (!parsed.success) return;
    const { threadId, turn } = parsed.output;
    this.#remember(threadId, { total: this.#totalOf(threadId), turnIds: [turn.id, turn.rootTurnId] });
  }

  #told(params: unknown): Usage | null {
    const parsed = v.safeParse(UsageNotification, params);
    if (!parsed.success) return null;
    const { threadId, turnId, tokenUsage } = parsed.output;
    const { total, last } = tokenUsage;
    const turnIds = this.#counters.get(threadId)?.turnIds ?? [];
    const before = this.#totalOf(threadId) ?? usageSince(total, last);
    this.#remember(threadId, { total, turnIds });
    // Of a turn that began before the thread was opened here: somebody else's, and paid for then.
    if (!turnIds.includes(turnId)) return null;
    const used = usageSince(total, before);
    return Object.values(used).some((tokens) => tokens > 0) ? used : null;
  }

  #totalOf(threadId: string): Usage | null {
    return this.#counters.get(threadId)?.total ?? null;
  }

  #remember(threadId: string, counter: Counter): void {
    this.#counters.delete(threadId);
    this.#counters.set(threadId, counter);
    const [oldest] = this.#counters.keys();
    if (this.#counters.size > MAX_METERED_THREADS && oldest !== undefined) this.#counters.delete(oldest);
  }
}
