import { expect, test } from 'vitest';
import { BEGIN, END, plots, withFigures } from '../../bench/render/page.ts';
import { judged, resultsOf } from './examples.ts';

const CHART = {
  name: 'row',
  title: 'memory of `a` & <b>',
  xUnit: 'jobs',
  yUnit: 'MB',
  series: [
    { name: 'one', points: [[0, 1] as [number, number], [10, 4] as [number, number]] },
    { name: 'two', points: [[0, 2] as [number, number], [10, 2] as [number, number]] },
  ],
};
const RESULTS = resultsOf([judged(), judged({ title: 'told only', reach: { kind: 'none', at: 0.5 } })], {
  facts: [{ measurement: 'flood', name: 'loss', title: 'nothing is lost', holds: true, detail: '4 of 4' }],
  charts: [CHART],
});

test('the figures of a page are replaced, and what people wrote stays', () => {
  const page = `# Speed\n\n${BEGIN}\nold figures\n${END}\n\n## What was found\n`;
  const last = resultsOf([judged({ value: 3, low: 2.9, high: 3.1 })], { at: '2025-12-31T00:00:00.000Z' });

  const written = withFigures(page, RESULTS, last);

  expect(written).toMatch(/^# Speed\n/u);
  expect(written).toMatch(/\n\n## What was found\n$/u);
  expect(written).not.toContain('old figures');
  expect(written).toMatch(
    /\| status, with a broker +\| 30\.0 \/ 40\.0 \/ 44\.4 ms \| `node -e 0` \| 20\.0 \/ .* \| +1\.50 × \| 1\.40 to 1\.60 \| ≤ 1\.80 × \| 3\.00 × \(better\) \| reached \|/u,
  );
  expect(written).toContain('2026-01-02, 300 s: 2 cores of a processor, 4 GB, Linux 6, Node v20.0.0, codex-cli 1.2.3');
  expect(written).toContain('"Last" is the run of 2025-12-31.');
  expect(written).toContain('- Holds: nothing is lost (4 of 4).');
  expect(written).toContain('](performance-row.svg)');
  // Once more is the same again.
  expect(withFigures(written, RESULTS, last)).toBe(written);
});

test.each(['', BEGIN, `${END}${BEGIN}`, `${BEGIN}${END}${BEGIN}${END}`])(
  'a page without its marks is left alone',
  (page) => {
    expect(() => withFigures(page, RESULTS, null)).toThrow('Cannot write the figures');
  },
);

test('each chart is a plot with a line a series, and the judged figures are one more', () => {
  const drawn = plots(RESULTS);

  expect([...drawn.keys()]).toEqual(['performance-reach.svg', 'performance-row.svg']);
  const row = drawn.get('performance-row.svg') ?? '';
  expect(row.match(/<polyline/gu)).toHaveLength(2);
  expect(row).toContain('<title>memory of a &amp; &lt;b&gt;</title>');
  // The bar of the told figure is missing; the first rectangle is the page.
  expect(drawn.get('performance-reach.svg')?.match(/<rect/gu)).toHaveLength(2);
});
