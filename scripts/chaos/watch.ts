import type { Place } from './world.ts';

const LOOK_EVERY_MS = 20;

/**
 * Of two attempts at the same moment both may have a claim until the later one withdraws, and on a busy machine it may
 * be kept from the processor before it does. Two owners would stay for as long as they live.
 */
const TIE_MS = 1_500;

/** Looks at the locks while a round runs: at no time may two processes own the same workspace. */
export class LockWatch {
  readonly #places: readonly Place[];
  readonly #since = new Map<string, number>();
  readonly #seen = new Set<string>();
  readonly #timer: NodeJS.Timeout;

  constructor(places: readonly Place[]) {
    this.#places = places;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** What was seen that must not be, in a sentence each. */
  stop(): string[] {
    clearInterval(this.#timer);
    return [...this.#seen];
  }

  #look(): void {
    const together = new Set<string>();
    for (const place of this.#places) {
      const claims = [...place.liveClaims()];
      if (claims.length < 2) continue;
      const who = claims.map(([name, { role, pid }]) => `${role} ${pid} (${name})`).join(' and ');
      together.add(`${place.name}: ${who} hold the lock at the same time`);
    }
    const now = performance.now();
    for (const rivals of together) {
      const since = this.#since.get(rivals) ?? now;
      this.#since.set(rivals, since);
      if (now - since > TIE_MS) this.#seen.add(rivals);
    }
    for (const rivals of this.#since.keys()) if (!together.has(rivals)) this.#since.delete(rivals);
  }
}
