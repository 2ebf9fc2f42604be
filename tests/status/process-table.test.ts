import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parseQuery, parseStat, processQuery, tableRemedy } from '../../src/status/process-table.ts';
import { windowsProgram } from '../../src/util/windows-program.ts';

const UNREADABLE = { kind: 'unreadable' };

describe('/proc', () => {
  const rest = `${'0 '.repeat(18)}98765 0 0`;
  test.each([
    ['a name with spaces and parentheses', `7 (a) R 1 (b) S ${rest}`, 'running'],
    ['a zombie', `7 (z) Z ${rest}`, 'zombie'],
    ['a suspended one', `7 (t) T ${rest}`, 'stopped'],
  ])('%s', (_, line, state) => {
    expect(parseStat(line)).toEqual({ kind: 'seen', state, startTime: '98765' });
  });

  test('a line that was cut says nothing', () => {
    expect(parseStat('7 (cut')).toEqual(UNREADABLE);
  });
});

test.each([
  ['linux', 'mount /proc'],
  ['darwin', 'see what "/bin/ps" says'],
  ['win32', `see what "${windowsProgram('powershell')}" says`],
] as const)('where %s does not say what runs: %s', (platform, remedy) => {
  expect(tableRemedy(platform)).toBe(remedy);
});

describe('ps of macOS', () => {
  test.each([
    ['as it is asked for', 'Ss   Mon Nov  3 09:10:11 2025\n', 'running', 'Mon Nov  3 09:10:11 2025'],
    ['a terminal’s foreground', 'S+   Tue Dec 30 23:59:59 2025\n', 'running', 'Tue Dec 30 23:59:59 2025'],
    ['a zombie', 'Z+ Mon Nov  3 09:10:11 2025', 'zombie', 'Mon Nov  3 09:10:11 2025'],
    ['a suspended one', '  TN   Mon Nov  3 09:10:11 2025\n', 'stopped', 'Mon Nov  3 09:10:11 2025'],
    ['with CRLF', 'Ss   Mon Nov  3 09:10:11 2025\r\n', 'running', 'Mon Nov  3 09:10:11 2025'],
    ['in German', 'Ss   Mo.  3 Nov. 09:10:11 2025\n', 'running', 'Mo.  3 Nov. 09:10:11 2025'],
    ['in Japanese', 'Ss   月 11/ 3 09:10:11 2025\n', 'running', '月 11/ 3 09:10:11 2025'],
    ['in Finnish', 'Ss   ma  3 marras 09.10.11 2025\n', 'running', 'ma  3 marras 09.10.11 2025'],
  ])('%s', (_, line, state, startTime) => {
    expect(parseQuery('darwin', line)).toEqual({ kind: 'seen', state, startTime });
  });

  test.each([
    ['not there', null],
    ['nothing', ''],
    ['an empty line', '\r\n'],
    ['a state alone', 'Ss\n'],
    ['a complaint', 'ps: 4711: Operation not permitted\n'],
    ['a complaint before the line', 'warning: sysctl failed\nSs   Mon Nov  3 09:10:11 2025\n'],
    ['a date without a time', 'Ss   Mon Nov  3\n'],
  ])('%s is no start time', (_, printed) => {
    expect(parseQuery('darwin', printed)).toEqual(UNREADABLE);
  });

  test.runIf(process.platform === 'linux')('this system’s understands the same question', () => {
    const [file, ...args] = processQuery('darwin', process.pid);
    const { stdout } = spawnSync(file, args, { encoding: 'utf8', env: { LC_ALL: 'C', TZ: 'UTC' } });
    expect(parseQuery('darwin', stdout)).toMatchObject({ kind: 'seen', state: 'running' });
    expect(Date.parse(`${stdout.trim().replace(/^\S+\s+/u, '')} UTC`)).toBeLessThan(Date.now());
  });
});

describe('PowerShell', () => {
  test('is asked without a profile, for a time that is the same in every language', () => {
    const [file, ...args] = processQuery('win32', 42);
    expect(file).toBe(windowsProgram('powershell'));
    expect(args).toContain('-NoProfile');
    expect(args.at(-1)).toBe('"R $((Get-Process -Id 42).StartTime.ToUniversalTime().Ticks)"');
  });

  test.each(['R 638996310112345678\r\n', 'R 638996310112345678', '\r\nR 638996310112345678\r\n'])('%j', (printed) => {
    expect(parseQuery('win32', printed)).toEqual({ kind: 'seen', state: 'running', startTime: '638996310112345678' });
  });

  test.each([
    ['not there', null],
    ['access denied: no time', 'R \r\n'],
    ['an error text', 'Get-Process : Access is denied\r\n'],
    ['an error in XML', '#< CLIXML\r\nR 638996310112345678\r\n'],
    ['a date', 'R 2025-11-03T09:10:11.1234567Z\r\n'],
    ['a localised date', 'R 03.11.2025 09:10:11\r\n'],
  ])('%s is no start time', (_, printed) => {
    expect(parseQuery('win32', printed)).toEqual(UNREADABLE);
  });
});
