import type { Sample } from './run.ts';

const WIDTH = 760;
const HEIGHT = 300;
const LEFT = 56;
const RIGHT = 34;
const TOP = 34;
const BOTTOM = 42;

const SERIES = [
  { name: 'app-server', color: '#b35900', of: ({ appServer }: Sample) => appServer.pssMb },
  { name: 'broker', color: '#1f5fa8', of: ({ broker }: Sample) => broker.pssMb },
] as const;

/** Memory over time, as an SVG that reads on a light and on a dark page. */
export function plot(samples: readonly Sample[], title: string): string {
  const lastMin = samples.at(-1)?.atMin ?? 1;
  const highest = Math.max(...samples.flatMap((sample) => SERIES.map(({ of }) => of(sample))), 1);
  const top = Math.ceil(highest / 50) * 50;
  const x = (min: number) => LEFT + (min / lastMin) * (WIDTH - LEFT - RIGHT);
  const y = (mb: number) => HEIGHT - BOTTOM - (mb / top) * (HEIGHT - TOP - BOTTOM);
  const lines = SERIES.map(({ name, color, of }, n) => {
    const points = samples.map((sample) => `${x(sample.atMin).toFixed(1)},${y(of(sample)).toFixed(1)}`).join(' ');
    const label = `<text x="${LEFT + 8 + n * 110}" y="${TOP - 10}" fill="${color}" font-weight="600">${name}</text>`;
    return `<polyline fill="none" stroke="${color}" stroke-width="2" points="${points}"/>${label}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...ticks(top, 5).map((mb) => gridLine(y(mb), `${mb} MB`)),
    ...ticks(lastMin, 6).map((min) => timeMark(x(min), min)),
    ...lines,
    `<text x="${WIDTH - RIGHT}" y="${TOP - 10}" text-anchor="end" fill="#333333">${title}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function ticks(to: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, n) => (to * n) / count);
}

function gridLine(at: number, label: string): string {
  return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#dddddd"/><text x="${LEFT - 6}" y="${at + 4}" text-anchor="end" fill="#333333">${label}</text>`;
}

function timeMark(at: number, min: number): string {
  const label = min < 10 ? min.toFixed(1) : Math.round(min);
  return `<text x="${at}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle" fill="#333333">${label} min</text>`;
}
