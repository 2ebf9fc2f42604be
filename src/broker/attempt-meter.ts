import { threadIdOf } from '../codex/notifications.ts';
import type { Fact } from '../contract/fact.ts';
import { addUsage, NO_TOKENS } from '../contract/usage.ts';
import type { Peer } from '../rpc/peer.ts';
import type { AccountUse } from './account-use.ts';
import type { Received } from './router.ts';

/**
 * What the broker itself reads of an attempt's notifications, on their way into its thread: the tokens, for the
 * app-server's counters outlive the jobs, and the moment at which the turn's end was heard of.
 */
export class AttemptMeter {
  readonly #account: AccountUse;
  readonly #peer: Peer;
  #usage = NO_TOKENS;
  #told = NO_TOKENS;
  #turnEndHeardAtMs: number | null = null;

  constructor(account: AccountUse, peer: Peer) {
    this.#account = account;
    this.#peer = peer;
  }

  /** On the clock of `monotonicMs()`: when the bytes were read that the turn's end was in. */
  get turnEndHeardAtMs(): number | null {
    return this.#turnEndHeardAtMs;
  }

  /** `threadId` is the job's Codex thread, as far as it is known. */
  read(list: readonly Received[], threadId: string | null): void {
    for (const { notification } of list) {
      if (notification === null) continue;
      const used = this.#account.tokens.read(notification);
      if (used !== null) this.#usage = addUsage(this.#usage, used);
      const { method, params } = notification;
      if (method === 'turn/completed' && threadIdOf(params) === threadId)
        this.#turnEndHeardAtMs ??= this.#peer.lastReceivedAtMs;
    }
  }

  /** What there is to tell since it was last asked. */
  news(): Fact[] {
    if (this.#usage === this.#told) return [];
    this.#told = this.#usage;
    return [{ kind: 'usageUpdated', usage: this.#usage }];
  }
}
