import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';

export interface Bound {
  readonly withinMs: number;
  /** What is waited for, as it reads after "No ": `job with status "failed"`. */
  readonly what: string;
  readonly everyMs?: number;
}

export type Present<T> = Exclude<T, undefined | null | false>;

/** The first value of `read` that is neither undefined, null nor false. A `read` that throws is asked again. */
export function eventually<T>(read: () => T | Promise<T>, bound: Bound): Promise<Present<T>> {
  return poll(read, isPresent, bound);
}

/** The first value of `read` that satisfies `holds`; the failure shows the last value that did not. */
export async function eventuallyHolds<T>(
  read: () => T | Promise<T>,
  holds: (value: T) => boolean,
  bound: Bound,
): Promise<T> {
  return poll(read, (value): value is T => holds(value), bound);
}

async function poll<T, U extends T>(
  read: () => T | Promise<T>,
  accepts: (value: T) => value is U,
  bound: Bound,
): Promise<U> {
  const endAt = performance.now() + bound.withinMs;
  for (;;) {
    const seen = await attempt(read);
    if (seen.ok && accepts(seen.value)) return seen.value;
    if (performance.now() >= endAt) throw expired(bound, seen);
    await pause(bound.everyMs ?? 15);
  }
}

type Seen<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

async function attempt<T>(read: () => T | Promise<T>): Promise<Seen<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    return { ok: false, error };
  }
}

function expired(bound: Bound, last: Seen<unknown>): Error {
  const shown = last.ok ? `last value: ${inspect(last.value, { depth: 6 })}` : `last error: ${String(last.error)}`;
  return new Error(`No ${bound.what} within ${bound.withinMs} ms; ${shown}`, last.ok ? {} : { cause: last.error });
}

function isPresent<T>(value: T): value is Present<T> {
  return value !== undefined && value !== null && value !== false;
}
