import { setTimeout as sleep } from 'node:timers/promises';
import { EventSubscriber } from '../../src/bus/subscriber.ts';
import { endsStream, isJobEvent } from '../../src/contract/event.ts';
import type { Place } from './world.ts';

const LOOK_EVERY_MS = 25;

/** Subscribes to whichever broker serves a workspace, as anybody may, and notes when it hears of the end of a job. */
export class Listener {
  readonly #place: Place;
  readonly #heardAtMs = new Map<string, number>();
  readonly #stopped = new AbortController();
  readonly #done: Promise<void>;

  constructor(place: Place) {
    this.#place = place;
    this.#done = this.#follow();
  }

  /** On the wall, milliseconds; null when no event told of it, as when the broker itself was killed. */
  heardAtMs(jobId: string): number | null {
    return this.#heardAtMs.get(jobId) ?? null;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#done;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const label = this.#place.label();
      if (label !== null) await this.#listen(label.events, signal).catch(() => undefined);
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #listen(endpoint: string, signal: AbortSignal): Promise<void> {
    const subscriber = await EventSubscriber.connect(endpoint, { topics: ['job.'], streams: 'all', signal });
    for await (const item of subscriber) {
      if (item.kind !== 'event') continue;
      const { event } = item.envelope;
      if (isJobEvent(event) && endsStream(event)) this.#heardAtMs.set(event.jobId, Date.now());
    }
  }
}
