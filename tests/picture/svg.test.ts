import { expect, test } from 'vitest';
import { terminalSvg } from '../../scripts/picture/svg.ts';

const ESC = '\u001b';

function textsOf(line: string): string[] {
  return [...terminalSvg([line], 80, 'A title').matchAll(/<text [^>]*>[^<]*<\/text>/gu)].map(([text]) => text);
}

test('a line is its pieces, each in its cells and in its colour', () => {
  expect(textsOf(`${ESC}[32m~/shop${ESC}[39m $ ls ${ESC}[2m(漢)${ESC}[0m`)).toEqual([
    '<text class="green" x="24.0" y="58" textLength="50.6">~/shop</text>',
    '<text class="plain" x="74.6" y="58" textLength="50.6"> $ ls </text>',
    '<text class="quiet" x="125.2" y="58" textLength="33.7">(漢)</text>',
  ]);
  expect(textsOf(`${ESC}[1;31mno${ESC}[0m`)[0]).toContain('class="red strong"');
});

test('what a program says is text, and no markup', () => {
  expect(textsOf('<script>"&"</script>')).toEqual([expect.stringContaining('&lt;script&gt;"&amp;"&lt;/script&gt;<')]);
});

test('a colour that the palettes do not have is refused', () => {
  expect(() => terminalSvg([`${ESC}[35mx${ESC}[0m`], 80, 'A title')).toThrow('Cannot draw the color "magenta"');
});
