import { escaped } from '../../scripts/lib/line-plot.ts';
import type { Judged } from '../results.ts';
import { valueText } from './words.ts';

const WIDTH = 760;
const ROW = 26;
const LABELS = 400;
const RIGHT = 70;
const TOP = 34;

/** The axis ends here: what is further off is cut, and says its number. */
const END = 2;

/** How each judged figure stands to what it should reach: the line is the reach, the bar the figure, the whisker its interval. */
export function reachPlot(figures: readonly Judged[]): string {
  const rows = figures.flatMap((figure) => {
    const { reach, value, low, high } = figure;
    if (reach.kind === 'none') return [];
    return [{ figure, value: value / reach.max, low: low / reach.max, high: high / reach.max }];
  });
  const height = TOP + rows.length * ROW + 12;
  const x = (share: number) => LABELS + (Math.min(Math.max(share, 0), END) / END) * (WIDTH - LABELS - RIGHT);
  // On top of the line, which it may meet, and of its own ground.
  const values = rows.map(
    ({ figure, value, high }, n) =>
      `<text x="${x(Math.max(value, high)) + 6}" y="${TOP + n * ROW + 14}" fill="#333333" stroke="#ffffff" stroke-width="4" paint-order="stroke">${valueText(figure, figure.value)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11">`,
    `<title>Figures against what they should reach</title><rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...rows.flatMap(({ figure, value, low, high }, n) => {
      const y = TOP + n * ROW;
      const color = value <= 1 ? '#3a7d34' : '#b35900';
      return [
        `<text x="${LABELS - 8}" y="${y + 14}" text-anchor="end" fill="#333333">${escaped(shortened(figure.title))}</text>`,
        `<rect x="${LABELS}" y="${y + 4}" width="${(x(value) - LABELS).toFixed(1)}" height="12" fill="${color}"/>`,
        `<line x1="${x(low).toFixed(1)}" x2="${x(high).toFixed(1)}" y1="${y + 10}" y2="${y + 10}" stroke="#222222"/>`,
      ];
    }),
    `<line x1="${x(1)}" x2="${x(1)}" y1="${TOP - 6}" y2="${height - 6}" stroke="#1f5fa8" stroke-width="2"/>`,
    `<text x="${x(1)}" y="${TOP - 12}" text-anchor="middle" fill="#1f5fa8" font-weight="600">reach</text>`,
    ...values,
    '</svg>',
    '',
  ].join('\n');
}

const LONGEST = 66;

function shortened(title: string): string {
  const plain = title.replaceAll('`', '');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}
