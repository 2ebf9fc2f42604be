import type { Change } from '../compare.ts';
import type { Judged } from '../results.ts';

/** A number with three digits that count. */
export function digits(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  return size >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** What is judged of a figure, in its own terms. */
export function valueText({ reach, unit }: Judged, value: number): string {
  switch (reach.kind) {
    case 'ratio':
    case 'none':
      return `${value.toFixed(2)} ×`;
    case 'added':
      return `${value < 0 ? '' : '+'}${digits(value)} ${unit}`;
    case 'below':
      return `${digits(value)} ${unit}`;
  }
}

export function reachText(figure: Judged): string {
  return figure.reach.kind === 'none' ? '' : `≤ ${valueText(figure, figure.reach.max)}`;
}

export function changeText(figure: Judged, change: Change | null): string {
  if (change === null) return '';
  const before = valueText(figure, change.before);
  return change.how === 'same' ? before : `${before} (${change.how})`;
}
