import { expect, test } from 'vitest';
import { boundedList, changeLine } from '../../src/review/changed-files.ts';
import { type LineCount, parseNumstat, parseRaw } from '../../src/review/changes.ts';
import { MAX_LIST_CHARS, MAX_LISTED_FILES } from '../../src/review/limits.ts';

test('raw records become changes, with the old name of a rename and the mark of a submodule', () => {
  const output = [
    ':100644 100644 a b M',
    'with space',
    ':100644 100644 a b R087',
    'old',
    'new',
    ':000000 160000 0 b A',
    'sub',
    '',
  ].join('\0');
  expect(parseRaw(output)).toEqual([
    { status: 'M', path: 'with space', from: null, submodule: false },
    { status: 'R', path: 'new', from: 'old', submodule: false },
    { status: 'A', path: 'sub', from: null, submodule: true },
  ]);
});

test('records that were cut in their middle are left out', () => {
  expect(parseRaw(':100644 100644 a b M\0a\0:100644 100644 a b M\0lo')).toHaveLength(1);
  expect(parseRaw(':100644 100644 a b M\0')).toEqual([]);
  expect(parseNumstat('1\t2\ta\x003\t4\tlo')).toEqual(new Map<string, LineCount>([['a', { added: 1, deleted: 2 }]]));
});

test('line counts are by path, by the new one of a rename; a name may hold tabs and newlines', () => {
  expect(parseNumstat('1\t2\ta\tb\nc\0-\t-\tbin\x005\t0\t\0old\0new\0')).toEqual(
    new Map<string, LineCount>([
      ['a\tb\nc', { added: 1, deleted: 2 }],
      ['bin', 'binary'],
      ['new', { added: 5, deleted: 0 }],
    ]),
  );
});

test('a line says what is known of a file', () => {
  const change = { status: 'M', path: 'a\u202eb', from: null, submodule: false };
  expect(changeLine(change, { added: 1, deleted: 2 })).toBe(String.raw`M +1 -2 "a\u202eb"`);
  expect(changeLine(change, undefined)).toBe(String.raw`M "a\u202eb"`);
  expect(changeLine({ ...change, path: 'x'.repeat(5_000) }, 'binary')).toHaveLength(1_012);
});

test('a list ends at its limits, and says how much is missing', () => {
  expect(boundedList(['a', 'b'])).toEqual({ text: 'a\nb', left: 0 });
  const many = boundedList(Array.from({ length: MAX_LISTED_FILES + 5 }, () => 'a'));
  expect(many.left).toBe(5);
  expect(many.text).toMatch(/\n\(and 5 more\)$/u);
  const long = boundedList(Array.from({ length: 10 }, () => 'x'.repeat(MAX_LIST_CHARS / 4)));
  expect(long.left).toBe(7);
});
