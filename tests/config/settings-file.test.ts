import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROWS } from '../../src/config/rows.ts';
import { MAX_SETTINGS_FILE_BYTES, readProjectFile, readUserFile } from '../../src/config/settings-file.ts';
import { tempDir } from '../support/temp.ts';

function file(content: string, name = 'config.toml'): string {
  const written = path.join(realpathSync(tempDir()), name);
  writeFileSync(written, content);
  return written;
}

test('values are read as their rows have it, by the names that the program uses', () => {
  const user = readUserFile(
    file('job_timeout = "45m"\nmax_jobs = 3 # few\nkeep_days = 7\ncodex = "/opt/codex"\n'),
    false,
  );
  expect(user.problems).toEqual([]);
  expect(Object.fromEntries(user.values)).toEqual({
    jobTimeoutMs: 2_700_000,
    maxJobs: 3,
    keepMs: 7 * 86_400_000,
    codex: '/opt/codex',
  });
});

test('a file that is not there says nothing, unless somebody has named it', () => {
  const nowhere = path.join(tempDir(), 'none', 'config.toml');
  expect(readUserFile(nowhere, false)).toMatchObject({ exists: false, problems: [] });
  expect(readUserFile(nowhere, true).problems).toEqual([
    { key: null, message: `Cannot read "${nowhere}": it does not exist` },
  ]);
  expect(readUserFile('/dev/null', true)).toMatchObject({ exists: false, problems: [] });
});

test.each([
  ['a typo', 'modle = "x"', /"modle" in ".+": there is no such setting \(did you mean "model"\?/u],
  ['the name of the variable', 'jobTimeout = "1m"', /did you mean "job_timeout"\?/u],
  ['an unknown key', 'colour = "red"', /there is no such setting \("codex-companion config" lists them all\)/u],
  ['a table', '[max_jobs]\na = 1', /"max_jobs" in ".+": \{"a":1\} is not a number of jobs/u],
  ['a wrong type', 'max_jobs = "3"', /"max_jobs" in ".+": "3" is not a number of jobs \(use a whole number from 1/u],
  ['a value out of range', 'max_jobs = 65', /65 is not a number of jobs/u],
  ['infinity', 'max_jobs = inf', /Infinity is not a number of jobs/u],
  ['a date', 'model = 2020-01-01', /"2020-01-01" is no name of a model/u],
  ['a bare duration', 'job_timeout = 45', /45 is not a duration \(write it as text with a unit/u],
  ['what only the environment says', 'state_dir = "/s"', /set CODEX_COMPANION_STATE_DIR in the environment/u],
  ['hostile names', '"\\u001b[2J" = 1', /^Cannot read "" in/u],
])('%s is told with file, key and remedy, and the rest counts', (_what, line, message) => {
  const read = readUserFile(file(`retries = 2\n${line}\n`), false);
  expect(read.problems).toEqual([{ key: expect.any(String), message: expect.stringMatching(message) }]);
  expect(read.problems[0]?.message).toContain(read.path);
  expect(Object.fromEntries(read.values)).toEqual({ retries: 2 });
});

test.each([
  ['no TOML', 'retries = 2\nmodel = \n', /line 2, column 9: /u],
  ['a key twice', 'retries = 2\nretries = 3\n', /line 2, column 1: /u],
  ['nested too deeply', `retries = ${'['.repeat(2_000)}`, /line 1, column /u],
  ['too large', `# ${'x'.repeat(MAX_SETTINGS_FILE_BYTES)}`, /bytes of at most 65536/u],
])('a file that is %s says nothing, and why', (_what, content, message) => {
  const read = readUserFile(file(content), false);
  expect(read.values.size).toBe(0);
  expect(read.problems).toEqual([{ key: null, message: expect.stringMatching(message) }]);
  expect(read.problems[0]?.message).not.toContain('\n');
});

test('a long key and a long value are quoted in part', () => {
  const read = readUserFile(file(`${'k'.repeat(5_000)} = 1\nmodel = "${'m'.repeat(5_000)}"\n`), false);
  for (const { message } of read.problems) expect(message.length).toBeLessThan(600);
});

test('what is no regular file is refused, and not waited for', () => {
  const directory = realpathSync(tempDir());
  const fifo = path.join(directory, '.codex-companion.toml');
  execFileSync('mkfifo', [fifo]);
  expect(readUserFile(directory, false).problems[0]?.message).toMatch(/it is not a regular file/u);
  expect(readUserFile(fifo, false).problems[0]?.message).toMatch(/it is not a regular file/u);
  expect(readProjectFile(fifo).problems[0]?.message).toMatch(/it is not a regular file/u);
});

test('the user’s own file may be a link, as those who keep their configuration elsewhere have it', () => {
  const elsewhere = file('max_jobs = 2\n', 'mine.toml');
  const link = path.join(tempDir(), 'config.toml');
  symlinkSync(elsewhere, link);
  expect(readUserFile(link, false).values.get('maxJobs')).toBe(2);
  const dangling = path.join(tempDir(), 'config.toml');
  symlinkSync('/no/such/file', dangling);
  expect(readUserFile(dangling, false).problems).toHaveLength(1);
});

test('a project’s file may be a link within the project, and to nothing outside of it', () => {
  const root = realpathSync(tempDir());
  const link = path.join(root, '.codex-companion.toml');
  mkdirSync(path.join(root, 'tools'));
  writeFileSync(path.join(root, 'tools', 'codex.toml'), 'max_jobs = 2\n');
  symlinkSync('tools/codex.toml', link);
  expect(readProjectFile(link).values.get('maxJobs')).toBe(2);
  for (const target of ['/etc/hostname', `${root}/../outside.toml`, root]) {
    const other = path.join(realpathSync(tempDir()), '.codex-companion.toml');
    writeFileSync(path.join(root, '..', 'outside.toml'), '');
    symlinkSync(target, other);
    expect(readProjectFile(other).problems).toEqual([
      { key: null, message: `Cannot read "${other}": it is a link to something outside of the project` },
    ]);
  }
});

test('a project sets clocks, models and how many jobs there are at once, and nothing else', () => {
  const allowed = [
    'model',
    'effort',
    'retries',
    'job_timeout',
    'idle_timeout',
    'start_timeout',
    'queue_timeout',
    'max_jobs',
  ];
  for (const { key, kind } of ROWS) {
    const value = ['"decline"', '"high"', '1', '"1m"'].find((toml) => fits(kind, toml)) ?? '[]';
    const { values, problems } = readProjectFile(file(`${key} = ${value}\n`, '.codex-companion.toml'));
    expect({ key, set: values.size, refused: problems.map((problem) => problem.key) }).toEqual(
      allowed.includes(key) ? { key, set: 1, refused: [] } : { key, set: 0, refused: [key] },
    );
  }
});

test('a project may lengthen a deadline, and not turn it off; its user may', () => {
  const content = 'job_timeout = "0"\nidle_timeout = 0\nqueue_timeout = "1d"\nretries = 0\n';
  const project = readProjectFile(file(content, '.codex-companion.toml'));
  expect(Object.fromEntries(project.values)).toEqual({ queueTimeoutMs: 86_400_000, retries: 0 });
  expect(project.problems).toEqual([
    { key: 'job_timeout', message: expect.stringContaining('a project may not turn it off') },
    { key: 'idle_timeout', message: expect.stringContaining('CODEX_COMPANION_IDLE_TIMEOUT_MS') },
  ]);
  expect(readUserFile(file(content), false)).toMatchObject({ problems: [] });
});

function fits(kind: (typeof ROWS)[number]['kind'], toml: string): boolean {
  return kind.fromFile(toml.startsWith('"') ? toml.slice(1, -1) : Number(toml)).ok;
}
