import { expect, test } from 'vitest';
import { isDirty, parseStatus } from '../../src/review/tree-status.ts';

const HASH = '0'.repeat(40);

test('each kind of record goes to its list', () => {
  const output = [
    `1 M. N... 100644 100644 100644 ${HASH} ${HASH} staged file`,
    `1 .D N... 100644 100644 000000 ${HASH} ${HASH} gone`,
    `1 AM N... 000000 100644 100644 ${HASH} ${HASH} both`,
    `2 R. N... 100644 100644 100644 ${HASH} ${HASH} R100 new name`,
    'old name',
    `u UU N... 100644 100644 100644 100644 ${HASH} ${HASH} ${HASH} torn`,
    '? un tracked',
    '! ignored',
    '',
  ].join('\0');
  const plain = { from: null, submodule: false };
  expect(parseStatus(output)).toEqual({
    staged: [
      { status: 'M', path: 'staged file', ...plain },
      { status: 'A', path: 'both', ...plain },
      { status: 'R', path: 'new name', from: 'old name', submodule: false },
    ],
    unstaged: [
      { status: 'D', path: 'gone', ...plain },
      { status: 'M', path: 'both', ...plain },
      { status: 'U', path: 'torn', ...plain },
    ],
    untracked: ['un tracked'],
    littered: [],
  });
});

test('a record that was cut in its middle is left out', () => {
  expect(parseStatus('? whole\0? cut off').untracked).toEqual(['whole']);
  expect(parseStatus(`2 R. N... 1 1 1 ${HASH} ${HASH} R100 new\0ol`).staged).toMatchObject([
    { path: 'new', from: null },
  ]);
});

test('a submodule with nothing but new files inside makes no tree dirty', () => {
  const status = parseStatus(`1 .M S..U 160000 160000 160000 ${HASH} ${HASH} sub\0`);
  expect(status).toMatchObject({ unstaged: [], littered: ['sub'] });
  expect(isDirty({ ...status, truncated: false, submodulesRead: true })).toBe(false);
});
