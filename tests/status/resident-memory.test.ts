import { expect, test } from 'vitest';
import { residentBytes } from '../../src/status/resident-memory.ts';

test.runIf(process.platform === 'linux')('is about what a process says of itself', () => {
  const said = process.memoryUsage().rss;
  expect(residentBytes(process.pid)).toBeGreaterThan(said / 2);
  expect(residentBytes(process.pid)).toBeLessThan(said * 2);
});

test('of no process there is none', () => {
  expect(residentBytes(4_194_305)).toBeNull();
  expect(residentBytes(-1)).toBeNull();
});
