import { type Envelope, streamOf } from '../contract/event.ts';
import type { Position, Sync } from './frame.ts';
import type { Streams } from './topic.ts';

/** What the number of an event says about those before it; `from` and `to` are the first and last that are missing. */
export type Step =
  | { readonly id: 'next' }
  | { readonly id: 'duplicate' }
  | { readonly id: 'otherBroker' }
  | { readonly id: 'gap'; readonly stream: string; readonly from: number; readonly to: number };

/**
 * What a reader checks: `global` when it gets every event, so that one counter is enough; otherwise
 * the streams of which it gets every event.
 */
export type Scope = 'global' | Streams;

const NEXT: Step = { id: 'next' };

/** Follows the numbers of one broker's events from where a handshake found them. */
export class Cursor {
  readonly brokerId: string;
  readonly #scope: Scope;
  readonly #streamSeqs: Map<string, number>;
  #seq: number;

  constructor(start: Sync, scope: Scope) {
    this.brokerId = start.brokerId;
    this.#seq = start.seq;
    this.#scope = scope;
    this.#streamSeqs = new Map(Object.entries(start.streams));
  }

  /** The highest `seq` so far. */
  get seq(): number {
    return this.#seq;
  }

  /** Moves to `at`, over a gap too. */
  advance(at: Position): Step {
    if (at.brokerId !== this.brokerId) return { id: 'otherBroker' };
    if (at.seq <= this.#seq) return { id: 'duplicate' };
    const step = this.#scope === 'global' ? this.#globalStep(at) : this.#streamStep(at);
    this.#seq = at.seq;
    return step;
  }

  /** Forgets a stream that has ended, as the publisher does. */
  end(stream: string): void {
    this.#streamSeqs.delete(stream);
  }

  #globalStep(at: Position): Step {
    const from = this.#seq + 1;
    return at.seq === from ? NEXT : { id: 'gap', stream: 'all', from, to: at.seq - 1 };
  }

  #streamStep(at: Position): Step {
    if (this.#scope !== 'all' && !this.#scope.includes(at.stream)) return NEXT;
    const from = (this.#streamSeqs.get(at.stream) ?? 0) + 1;
    this.#streamSeqs.set(at.stream, at.streamSeq);
    return at.streamSeq === from ? NEXT : { id: 'gap', stream: at.stream, from, to: at.streamSeq - 1 };
  }
}

export function positionOf(envelope: Envelope): Position {
  const { brokerId, seq, streamSeq, event } = envelope;
  return { brokerId, stream: streamOf(event), seq, streamSeq };
}
