import Anser from 'anser';
import { widthOf } from '../../src/terminal/text.ts';
import { escaped } from '../lib/line-plot.ts';

const FONT = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace";
const FONT_SIZE = 14;
/** Of a cell. Fonts differ by a few percent: `textLength` holds them to it. */
const CELL_WIDTH = 8.43;
const LINE_HEIGHT = 20;
const MARGIN = 24;
const BAR_HEIGHT = 44;

type Palette = Readonly<Record<'ground' | 'edge' | 'plain' | 'quiet' | 'red' | 'green' | 'yellow', string>>;

/** Every text has a contrast of at least 4.5 : 1 with its ground. */
const LIGHT: Palette = {
  ground: '#fbfcfd',
  edge: '#d0d7de',
  plain: '#24292f',
  quiet: '#656d76',
  red: '#b31d28',
  green: '#116329',
  yellow: '#7d4e00',
};
const DARK: Palette = {
  ground: '#11161d',
  edge: '#3d444d',
  plain: '#dce3ea',
  quiet: '#8d96a0',
  red: '#ff7b72',
  green: '#56d364',
  yellow: '#e3b341',
};

/** A screen as it looks, in a window, on light and on dark pages. Its lines have their colours as escape sequences. */
export function terminalSvg(lines: readonly string[], columns: number, title: string): string {
  const width = Math.ceil(columns * CELL_WIDTH) + 2 * MARGIN;
  const height = BAR_HEIGHT + lines.length * LINE_HEIGHT + MARGIN / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:space="preserve">`,
    `<title>${escaped(title)}</title>`,
    `<style>text{font:${FONT_SIZE}px ${FONT}}.strong{font-weight:bold}${rules(LIGHT)}@media(prefers-color-scheme:dark){${rules(DARK)}}</style>`,
    `<rect class="window" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>`,
    ...[0, 1, 2].map((n) => `<circle class="button" cx="${MARGIN + 6 + n * 20}" cy="22" r="6"/>`),
    ...lines.flatMap((line, row) => textsOf(line, BAR_HEIGHT + row * LINE_HEIGHT + FONT_SIZE)),
    '</svg>',
    '',
  ].join('\n');
}

function rules({ ground, edge, ...inks }: Palette): string {
  const texts = Object.entries(inks).map(([name, color]) => `.${name}{fill:${color}}`);
  return `.window{fill:${ground};stroke:${edge}}.button{fill:${edge}}${texts.join('')}`;
}

/** A line's pieces, each in its cells. */
function textsOf(line: string, y: number): string[] {
  let column = 0;
  return Anser.ansiToJson(line, { use_classes: true, remove_empty: true }).flatMap(({ content, fg, decorations }) => {
    const x = MARGIN + column * CELL_WIDTH;
    const cells = widthOf(content);
    column += cells;
    if (content.trim() === '') return [];
    const classes = [
      decorations.includes('dim') ? 'quiet' : inkOf(fg),
      ...(decorations.includes('bold') ? ['strong'] : []),
    ];
    const place = `x="${x.toFixed(1)}" y="${y}" textLength="${(cells * CELL_WIDTH).toFixed(1)}"`;
    return [`<text class="${classes.join(' ')}" ${place}>${escaped(content)}</text>`];
  });
}

/** @throws for a colour that the palettes do not have: the picture would lie. */
function inkOf(color: string | null): string {
  const name = color?.replace(/^ansi-/u, '') ?? 'plain';
  if (!(name in LIGHT)) throw new Error(`Cannot draw the color "${name}": it is in no palette`);
  return name;
}
