import { linePlot } from '../lib/line-plot.ts';
import type { Sample } from './run.ts';

/** Memory over time, as an SVG. */
export function plot(samples: readonly Sample[], title: string): string {
  const line = (name: string, of: (sample: Sample) => number) => ({
    name,
    points: samples.map((sample): [number, number] => [sample.atMin, of(sample)]),
  });
  return linePlot({
    title,
    x: { unit: 'min' },
    y: { unit: 'MB', step: 50 },
    lines: [line('app-server', ({ appServer }) => appServer.pssMb), line('broker', ({ broker }) => broker.pssMb)],
  });
}
