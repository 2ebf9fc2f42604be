import { withRateLimits } from '../codex/rate-limits.ts';
import { TokenMeter } from '../codex/token-meter.ts';
import type { RateLimit } from '../contract/rate-limit.ts';
import type { ThreadRouter } from './router.ts';

/** What one app-server has told of its account's use: tokens by thread, and how near the limits are. */
export class AccountUse {
  readonly tokens = new TokenMeter();
  #rateLimits: readonly RateLimit[] = [];

  constructor(router: ThreadRouter, onLimits: (limits: readonly RateLimit[]) => void) {
    router.onUnaddressed((method, params) => {
      if (method !== 'account/rateLimits/updated') return;
      this.#rateLimits = withRateLimits(this.#rateLimits, params, new Date().toISOString());
      onLimits(this.#rateLimits);
    });
  }

  /** The last one told of first. */
  get rateLimits(): readonly RateLimit[] {
    return this.#rateLimits;
  }

  get latestLimit(): RateLimit | null {
    return this.#rateLimits[0] ?? null;
  }
}
