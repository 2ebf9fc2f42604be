import type { Judged, Results } from './results.ts';

/**
 * A machine that others use, too, can double what a quiet one shows; beyond that, something is wrong with the product. Of what
 * is not a ratio nobody can say so much: it is told, and fails nothing.
 */
const FAR_OFF = 2;

export type Verdict = 'reached' | 'missed' | 'far off' | 'told';

export function verdictOf({ reach, value }: Judged): Verdict {
  if (reach.kind === 'none') return 'told';
  if (value <= reach.max) return 'reached';
  return reach.kind === 'ratio' && value > reach.max * FAR_OFF ? 'far off' : 'missed';
}

/** What makes a run fail, a sentence each. */
export function complaints({ figures, facts, failures }: Results): string[] {
  return [
    ...figures
      .filter((figure) => verdictOf(figure) === 'far off')
      .map(({ title, value }) => `Far off: ${title} (${value.toFixed(2)} ×)`),
    ...facts.filter(({ holds }) => !holds).map(({ title, detail }) => `Not so: ${title} (${detail})`),
    ...failures.map(({ measurement, message }) => `Not measured: ${measurement} (${message})`),
  ];
}
