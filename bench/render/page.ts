import { linePlot } from '../../scripts/lib/line-plot.ts';
import type { Results } from '../results.ts';
import { reachPlot } from './reach-plot.ts';
import { factList, figureTable, machineLine } from './tables.ts';

export const BEGIN = '<!-- What stands from here to the next mark is written by `npm run bench`. -->';
export const END = '<!-- From here on people write. -->';

/**
 * The page with its figures replaced; what people wrote around them stays.
 * @throws Error when the page does not have both marks, once and in order.
 */
export function withFigures(page: string, results: Results, last: Results | null): string {
  const [before, between, ...more] = page.split(BEGIN);
  const [, after, ...others] = (between ?? '').split(END);
  if (before === undefined || after === undefined || more.length + others.length > 0) {
    throw new Error(`Cannot write the figures: the page does not hold "${BEGIN}" and then "${END}", once each`);
  }
  return `${before}${BEGIN}\n\n${figures(results, last)}\n\n${END}${after}`;
}

/** The plots of a page, by the name of their file. */
export function plots({ figures, charts }: Results): Map<string, string> {
  const drawn = charts.map(({ name, title, xUnit, yUnit, series }): [string, string] => [
    fileOf(name),
    linePlot({
      title: title.replaceAll('`', ''),
      x: { unit: xUnit },
      y: { unit: yUnit },
      lines: series.map(plainName),
    }),
  ]);
  return new Map([[fileOf('reach'), reachPlot(figures)], ...drawn]);
}

function figures(results: Results, last: Results | null): string {
  const images = results.charts.map(({ name, title }) => `![${title.replaceAll('`', '')}](${fileOf(name)})`);
  const compared = last === null ? [] : [`"Last" is the run of ${last.at.slice(0, 10)}.`];
  return [
    [machineLine(results), ...compared].join(' '),
    `![Figures against what they should reach](${fileOf('reach')})`,
    figureTable(results, last),
    factList(results),
    ...images,
  ].join('\n\n');
}

function fileOf(name: string): string {
  return `performance-${name}.svg`;
}

function plainName<Line extends { readonly name: string }>(line: Line): Line {
  return { ...line, name: line.name.replaceAll('`', '') };
}
