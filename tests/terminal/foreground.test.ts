import { expect, test } from 'vitest';
import { ownsTerminal } from '../../src/terminal/foreground.ts';

// pid (name) state parent group session terminal foreground-group …
test.each([
  ['in the foreground', '41 (node) S 40 41 40 34816 41 4194304 0', true],
  ['in the background', '41 (node) S 40 41 40 34816 40 4194304 0', false],
  ['without a terminal of its own', '41 (node) S 40 41 40 0 -1 4194304 0', true],
  ['with any name', '41 (a) S 1 2 (b) S 40 41 40 34816 41 4194304 0', true],
])('%s', (_where, stat, owns) => {
  expect(ownsTerminal(stat)).toBe(owns);
});
