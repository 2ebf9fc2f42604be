import fc from 'fast-check';
import { vi } from 'vitest';

/** The same cases on every machine and every day. */
const FIXED_SEED = 20_260_101;

/** How long one surface is tried with new cases, on top of the fixed ones. */
const RANDOM_MS = Number(process.env['CODEX_COMPANION_FUZZ_MS'] ?? 1_000);

vi.setConfig({ testTimeout: 60_000 + RANDOM_MS });

export interface Effort {
  /** How many fixed cases. */
  readonly runs: number;
  /** Which part of the time of its surface the property gets. */
  readonly part?: number;
}

type Property = Parameters<typeof fc.assert>[0];

/**
 * Tries a property on a fixed set of cases, then on new ones until the time is up. A failure says the
 * seed and the smallest case that still fails; `fc.assert(property, { seed, path })` plays it again.
 */
export async function fuzz(property: Property, { runs, part = 1 }: Effort): Promise<void> {
  await fc.assert(property, { seed: FIXED_SEED, numRuns: runs });
  // In short goes: the library's own time limit would leave the case behind that is being tried.
  const numRuns = Math.ceil(runs / 10);
  for (const endAtMs = performance.now() + RANDOM_MS * part; performance.now() < endAtMs; ) {
    await fc.assert(property, { numRuns });
  }
}

/** Fixed cases without a property, for a test that plays all of them at once. */
export function samples<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, { seed: FIXED_SEED, numRuns: count });
}
