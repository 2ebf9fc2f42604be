import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  choice,
  commandLine,
  days,
  duration,
  type Kind,
  place,
  port,
  shortText,
  text,
  webhookAddress,
  wholeNumber,
} from '../../src/config/kinds.ts';

const DAY_MS = 86_400_000;
const jobs = wholeNumber({ min: 1, max: 64, of: 'jobs' });
const colour = choice(['red', 'green'], 'colour');
const name = shortText('name', 5);

/** What a variable says, what a file says, and the value that both mean. */
const GOOD: ReadonlyArray<readonly [string, Kind<unknown>, string, unknown, unknown]> = [
  ['a duration', duration(), '90s', '90s', 90_000],
  ['no duration', duration(), '0', 0, 0],
  ['a whole number', jobs, '64', 64, 64],
  ['days', days(10), '2', 2, 2 * DAY_MS],
  ['a word of a set', colour, 'red', 'red', 'red'],
  ['a text', text(), ' any\n', ' any\n', ' any\n'],
  ['a short text', name, ' ab ', ' ab ', 'ab'],
  ['a place', place(), '/a/../b', '/a/../b', '/b'],
  ['a port', port(), '0', 0, 0],
  ['an address', webhookAddress(), 'HTTPS://Example.org', 'HTTPS://Example.org', 'https://example.org/'],
  ['a webhook', webhookAddress(), 'https://a.example/x?y=1', 'https://a.example/x?y=1', 'https://a.example/x?y=1'],
  ['a command', commandLine(), '["a", "b c"]', ['a', 'b c'], ['a', 'b c']],
];

test.each(GOOD)('%s is the same in a variable and in a file', (_what, kind, inVariable, inFile, value) => {
  expect(kind.fromText(inVariable)).toEqual({ ok: true, value });
  expect(kind.fromFile(inFile)).toEqual({ ok: true, value });
});

test.each(GOOD)('%s is written so that it is read as the same', (_what, kind, _inVariable, _inFile, value) => {
  expect(kind.fromFile(kind.write(value))).toEqual({ ok: true, value });
});

describe('refused in a file, with the reason:', () => {
  test.each<[Kind<unknown>, unknown, RegExp]>([
    [duration(), 90, /write it as text with a unit/u],
    [duration(), true, /write it as text with a unit/u],
    [duration(), '5 parsecs', /is not a duration from 0 to/u],
    [duration({ positive: true }), '0s', /over at once/u],
    [duration({ positive: true }), 0, /over at once/u],
    [jobs, '8', /is not a number of jobs \(use a whole number from 1 to 64\)/u],
    [jobs, 1.5, /is not a number of jobs/u],
    [jobs, 65, /is not a number of jobs/u],
    [days(10), 11, /is not a number of days/u],
    [colour, 'blue', /is no colour \(use one of red, green\)/u],
    [colour, 1, /is no colour/u],
    [text(), 1, /is no text/u],
    [name, '', /is no name \(use 1 to 5 characters on one line\)/u],
    [name, 'a\nb', /is no name/u],
    [name, 'abcdef', /is no name/u],
    [name, ['a'], /is no name/u],
    [place(), 'here/codex', /is not an absolute path/u],
    [place(), '~root/codex', /is not an absolute path/u],
    [place(), 1, /is not an absolute path/u],
    [port(), 65_536, /is not a port/u],
    [port(), '80', /is not a port/u],
    [webhookAddress(), 'file:///etc/passwd', /is not an address/u],
    [webhookAddress(), 'http://', /is not an address/u],
    [webhookAddress(), 'http://example.org/', /without encryption \(use https/u],
    [webhookAddress(), 'http://localhost.example.org/', /without encryption/u],
    [webhookAddress(), 'http://127.0.0.1.example.org/', /without encryption/u],
    [webhookAddress(), 'http://10.0.0.1/', /without encryption/u],
    [webhookAddress(), 'https://me:secret@example.org/', /has a user or a password/u],
    [webhookAddress(), 'ftp://localhost/', /is not an address/u],
    [webhookAddress(), 1, /is not an address/u],
    [commandLine(), 'rm -rf /', /is no program with its arguments/u],
    [commandLine(), [], /is no program with its arguments/u],
    [commandLine(), [''], /is no program with its arguments/u],
    [commandLine(), ['a', 1], /is no program with its arguments/u],
  ])('%# %o', (kind, written, why) => {
    expect(kind.fromFile(written)).toEqual({ ok: false, why: expect.stringMatching(why) });
  });
});

test.each<[Kind<unknown>, string]>([
  [port(), '-1'],
  [port(), '0x50'],
  [jobs, ' '],
  [commandLine(), 'notify-send done'],
  [commandLine(), '{"a": 1}'],
])('refused in a variable: %# %o', (kind, given) => {
  expect(kind.fromText(given).ok).toBe(false);
});

test('a place in a file can begin in the home directory; in a variable it can be relative', () => {
  expect(place().fromFile('~/bin/codex')).toEqual({ ok: true, value: path.join(os.homedir(), 'bin', 'codex') });
  expect(place().fromText('bin/codex')).toEqual({ ok: true, value: path.resolve('bin/codex') });
});

test.each([
  ['http://localhost:8080/x', 'http://localhost:8080/x'],
  ['http://127.1/', 'http://127.0.0.1/'],
  ['http://0x7f000001/', 'http://127.0.0.1/'],
  ['http://[0:0::1]:1/', 'http://[::1]:1/'],
])('a webhook on this machine needs no encryption: %s', (given, value) => {
  expect(webhookAddress().fromText(given)).toEqual({ ok: true, value });
});
