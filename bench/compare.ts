import type { Judged, Results } from './results.ts';

/** A change of less than this is none, whatever the intervals say. */
const SAME = 0.1;

export interface Change {
  readonly before: number;
  readonly how: 'better' | 'worse' | 'same';
}

/**
 * How a figure has changed since `last`. What is judged is the relation to the floor, so that runs on different machines can be
 * compared; a change counts when the intervals of the two runs do not touch. Null when `last` does not have the figure.
 */
export function changeSince(last: Results | null, { name, reach, value, low, high }: Judged): Change | null {
  const before = last?.figures.find((figure) => figure.name === name && figure.reach.kind === reach.kind);
  if (before === undefined) return null;
  const apart = high < before.low || low > before.high;
  const small = Math.abs(value - before.value) <= SAME * Math.abs(before.value);
  const how = !apart || small ? 'same' : value < before.value ? 'better' : 'worse';
  return { before: before.value, how };
}
