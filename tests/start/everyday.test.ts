import { expect, test } from 'vitest';
import { programOf } from '../../src/start/everyday.ts';

test.each([
  ['brief', 'status'],
  ['brief', 'status --json --all'],
  ['brief', 'result task-1'],
  ['brief', 'task --background hello'],
  ['everyday', 'task hello'],
  ['everyday', 'status task-1 --wait'],
  ['everyday', 'status --wait=1'],
  ['everyday', 'logs -f'],
  ['program', 'doctor'],
  ['program', 'statsu'],
  ['program', '--help'],
  ['program', ''],
] as const)('the program %s has what "%s" asks for', (name, line) => {
  const args = line.split(' ').filter((word) => word !== '');
  expect(programOf(args)).toBe(name);
  // As a slash command hands it over.
  const [command, ...rest] = args;
  if (command !== undefined) expect(programOf([command, rest.join(' ')])).toBe(name);
});
