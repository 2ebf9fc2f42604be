import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Turn } from '../turn.ts';
import type { Step } from './schema.ts';

/** What a step plays on. */
export interface Stage {
  readonly app: App;
  readonly turn: Turn;
  /** Plays another turn, to its end. */
  readonly perform: (turn: Turn, steps: Iterable<Step>) => Promise<void>;
}

/** Rejects when the turn is interrupted meanwhile. */
export async function wait(turn: Turn, ms: number): Promise<void> {
  turn.signal.throwIfAborted();
  if (ms > 0) await pause(ms, undefined, { signal: turn.signal });
}

/** Waits `ms` in `deltas` equal parts and emits after each. Without deltas it only waits. */
export async function inParts(
  turn: Turn,
  parts: { readonly ms: number; readonly deltas: number },
  emit: (part: number) => void,
): Promise<void> {
  if (parts.deltas === 0) await wait(turn, parts.ms);
  for (let part = 0; part < parts.deltas; part += 1) {
    await wait(turn, parts.ms / parts.deltas);
    emit(part);
  }
}

/** Until the turn is interrupted, which rejects it. */
export function hang(turn: Turn): Promise<never> {
  return new Promise((_, reject) => {
    if (turn.signal.aborted) reject(turn.signal.reason);
    turn.signal.addEventListener('abort', () => reject(turn.signal.reason), { once: true });
  });
}
