import type { BrokerPlace } from '../config/config.ts';
import { type BrokerLabel, readBrokerLabel } from '../status/broker-label.ts';
import { clearLeftovers, removeBrokerFiles } from '../status/leftovers.ts';
import { acquire, type Lock } from '../status/lock.ts';
import { writeFileAtomic } from '../util/atomic-file.ts';
import { ensurePrivateDirectory } from '../util/private-directory.ts';

/** Readers hold the lock for milliseconds, to write what they found out; a starting broker waits for them. */
const WAIT_FOR_READERS_MS = 5_000;

/**
 * The right to be the broker of this place, held for life. Null when another broker has it.
 * Whatever a killed predecessor left (processes, sockets, label) is gone when this returns.
 */
export async function claimInstance(
  place: BrokerPlace,
  runtimeRoot: string,
  brokerId: string,
): Promise<Instance | null> {
  ensurePrivateDirectory(place.paths.directory);
  ensurePrivateDirectory(runtimeRoot);
  const claim = await acquire(place.paths.lock, {
    role: 'broker',
    holder: brokerId,
    timeoutMs: WAIT_FOR_READERS_MS,
    while: (holder) => holder.role === 'reader',
  });
  if (!claim.ok) return null;
  await clearLeftovers(place);
  return new Instance(place, claim.lock);
}

export class Instance {
  readonly #place: BrokerPlace;
  readonly #lock: Lock;
  #label: BrokerLabel | undefined;

  constructor(place: BrokerPlace, lock: Lock) {
    this.#place = place;
    this.#lock = lock;
  }

  /**
   * Says where this broker listens, or will in a moment: until then, who tries to connect finds nobody. It is written before anything is
   * started, for whoever would have to clear up after it.
   */
  announce(label: BrokerLabel): void {
    this.#label = label;
    writeFileAtomic(this.#place.paths.label, `${JSON.stringify(label, null, 2)}\n`, false);
  }

  /** Writes the label anew when somebody has removed or damaged it. Returns whether it was necessary. */
  keepAnnounced(): boolean {
    const label = this.#label;
    if (label === undefined || readBrokerLabel(this.#place.paths.label)?.brokerId === label.brokerId) return false;
    this.announce(label);
    return true;
  }

  isHeld(): boolean {
    return this.#lock.isHeld();
  }

  /** The sockets and the label. Only the lock's holder may: without it they can be a successor's. */
  removeFiles(): void {
    if (this.isHeld()) removeBrokerFiles(this.#place);
  }

  release(): void {
    this.#lock.release();
  }
}
