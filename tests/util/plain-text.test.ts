import { expect, test } from 'vitest';
import { oneLine, plainText } from '../../src/util/plain-text.ts';

const cases: ReadonlyArray<readonly [what: string, hostile: string, plain: string]> = [
  ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
  ['colours with colons', '\u001b[38:2:255:0:0mred', 'red'],
  ['cursor moves and mode switches', 'a\u001b[2J\u001b[?25l\u001b[10;10Hb', 'ab'],
  ['a C1 introducer', '\u009b31mred', 'red'],
  ['a link (OSC 8), its address too', '\u001b]8;;http://evil/ x\u001b\\text\u001b]8;;\u001b\\', 'text'],
  ['the clipboard (OSC 52)', 'a\u001b]52;c;aGVsbG8=\u0007b', 'ab'],
  ['a window title, spaces and all', '\u001b]0;owned by me\u0007b', 'b'],
  ['an OSC in C1', '\u009d0;title\u009cb', 'b'],
  ['a device control string', '\u001bP1;2|payload\u001b\\b', 'b'],
  ['an application command', '\u001b_payload\u001b\\b', 'b'],
  ['a string that never ends: its text stays, harmless', '\u001b]52;c;aGk', '52;c;aGk'],
  ['a string that another one cuts off', '\u001b]0;a\u001b]0;b\u0007c', '0;ac'],
  ['character sets and resets', '\u001b(0abc\u001bcdef', 'abcdef'],
  ['a lone escape at the end', 'a\u001b', 'a'],
  ['bidirectional overrides and isolates', 'a\u202eb\u202dc\u2066d\u2069e', 'abcde'],
  ['bells, backspaces, NUL and DEL', 'a\u0007\u0008\u0000\u007fb', 'ab'],
  ['carriage returns that overwrite a line', 'good\rbad', 'goodbad'],
  ['nothing from words, tabs and newlines', 'naïve 日本\t👍\r\nnext', 'naïve 日本\t👍\nnext'],
];

test.each(cases)('plain text is without %s', (_what, hostile, plain) => {
  expect(plainText(hostile)).toBe(plain);
});

test.each([
  ['string introducers', '\u001b]'],
  ['C1 string introducers', '\u009d'],
  ['CSI parameters', '\u001b[1;'],
  ['letters after one introducer', 'a'],
])('a megabyte of %s takes no more than a moment', (_what, piece) => {
  const startedAtMs = performance.now();
  plainText(`\u001b]${piece.repeat(1_000_000 / piece.length)}`);
  expect(performance.now() - startedAtMs).toBeLessThan(1_000);
});

test('one line is at most as long as asked for, and says when something was left out', () => {
  expect(oneLine('  a\n\tb \u001b[1m c ', 10)).toBe('a b c');
  expect(oneLine('abcdef', 6)).toBe('abcdef');
  expect(oneLine('abcdefg', 6)).toBe('abcde…');
});

test('one line is not cut in the middle of a character', () => {
  expect(oneLine('ab👍👍', 4)).toBe('ab…');
});

test('of all characters, controls and bidirectional overrides go, and nothing else does', () => {
  const gone = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
  const kept = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => (plainText(`a${character}`) === 'a') !== gone.test(character),
  );
  expect(kept).toEqual([]);
});
