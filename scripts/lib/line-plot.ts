const WIDTH = 760;
const HEIGHT = 300;
const LEFT = 56;
const RIGHT = 34;
const TOP = 34;
const BOTTOM = 42;

/** Where an axis may end, in powers of ten: a fifth of each is round. */
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10];

const PARTS = 5;

/** Told apart by everybody, on white. */
const COLORS = ['#b35900', '#1f5fa8', '#3a7d34', '#7a3fa0'];

export interface Axis {
  readonly unit: string;
  /** The axis ends at a whole number of these; without it at a round number. */
  readonly step?: number;
}

export interface Line {
  readonly name: string;
  readonly points: ReadonlyArray<readonly [x: number, y: number]>;
}

export interface LinePlot {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly Line[];
}

/** Lines over a common axis, as an SVG that reads on a light and on a dark page. Both axes begin at 0. */
export function linePlot({ title, x: across, y: up, lines }: LinePlot): string {
  const right = endOf(
    across,
    lines.flatMap(({ points }) => points.map(([x]) => x)),
  );
  const top = endOf(
    up,
    lines.flatMap(({ points }) => points.map(([, y]) => y)),
  );
  const x = (value: number) => LEFT + (value / right) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...ticks(top).map((value) => gridLine(y(value), label(value, top, up.unit))),
    ...ticks(right).map((value) => mark(x(value), label(value, right, across.unit))),
    ...lines.map(({ name, points }, n) => {
      const color = COLORS[n % COLORS.length];
      const path = points.map(([atX, atY]) => `${x(atX).toFixed(1)},${y(atY).toFixed(1)}`).join(' ');
      const legend = `<text x="${LEFT + 8 + n * 150}" y="${TOP - 10}" fill="${color}" font-weight="600">${escaped(name)}</text>`;
      return `<polyline fill="none" stroke="${color}" stroke-width="2" points="${path}"/>${legend}`;
    }),
    `<text x="${WIDTH - RIGHT}" y="${TOP - 10}" text-anchor="end" fill="#333333">${escaped(title)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function endOf({ step }: Axis, values: readonly number[]): number {
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  if (step === undefined) return roundUp(highest);
  return Math.max(1, Math.ceil(highest / step)) * step;
}

function roundUp(highest: number): number {
  if (highest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  return (ROUND.find((round) => round * power >= highest) ?? 10) * power;
}

function ticks(to: number): number[] {
  return Array.from({ length: PARTS + 1 }, (_, n) => (to * n) / PARTS);
}

function label(value: number, end: number, unit: string): string {
  return `${end < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`.trim();
}

function gridLine(at: number, text: string): string {
  return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#dddddd"/><text x="${LEFT - 6}" y="${at + 4}" text-anchor="end" fill="#333333">${escaped(text)}</text>`;
}

function mark(at: number, text: string): string {
  return `<text x="${at}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle" fill="#333333">${escaped(text)}</text>`;
}
