import { quantile } from '../lib/quantile.ts';
import type { Sample } from './run.ts';

/** What a figure was in the second quarter of a run (the first one warms up), and in the last. */
export interface Growth {
  readonly name: string;
  readonly unit: string;
  readonly early: number;
  readonly late: number;
}

/** A figure that is flat stays below this, late against early. */
export const FLAT = 1.15;

export function growthOf(samples: readonly Sample[]): Growth[] {
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  const early = samples.slice(quarter, 2 * quarter);
  const late = samples.slice(-quarter);
  return FIGURES.map(({ name, unit, of }) => ({
    name,
    unit,
    early: quantile(early.map(of), 0.5) ?? 0,
    late: quantile(late.map(of), 0.5) ?? 0,
  }));
}

export function isFlat({ early, late }: Growth): boolean {
  return late <= early * FLAT;
}

const FIGURES: ReadonlyArray<{
  readonly name: string;
  readonly unit: string;
  readonly of: (sample: Sample) => number;
}> = [
  { name: 'broker, memory', unit: 'MB', of: ({ broker }) => broker.pssMb },
  { name: 'broker, open files', unit: '', of: ({ broker }) => broker.openFiles },
  { name: 'app-server, memory', unit: 'MB', of: ({ appServer }) => appServer.pssMb },
  { name: 'app-server, open files', unit: '', of: ({ appServer }) => appServer.openFiles },
];
