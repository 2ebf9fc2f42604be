import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { tempDir } from '../support/temp.ts';

const PAGE = path.join('docs', 'configuration.md');
const MANUAL = path.join('man', 'codex-companion.1');

function reference(...args: string[]) {
  const script = path.join(PROJECT_ROOT, 'scripts', 'reference.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

test('what is stale or missing is told with the remedy, and made anew; what people wrote around it stays', () => {
  const folder = tempDir();
  cpSync(path.join(PROJECT_ROOT, 'docs'), path.join(folder, 'docs'), { recursive: true });
  const page = readFileSync(path.join(folder, PAGE), 'utf8');
  writeFileSync(path.join(folder, PAGE), page.replace('# Configuration', '# Settings').replace('`max_jobs`', '`jobs`'));

  const { status, stderr } = reference('--into', folder, '--check');

  expect(status).toBe(1);
  expect(stderr.split('\n').filter(Boolean)).toEqual(
    [PAGE, MANUAL].map((file) => `${file} is stale: run "npm run build:reference" and commit it`),
  );
  expect(reference('--into', folder).status).toBe(0);
  expect(reference('--into', folder, '--check')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(path.join(folder, PAGE), 'utf8')).toBe(page.replace('# Configuration', '# Settings'));
  expect(readFileSync(path.join(folder, MANUAL), 'utf8')).toBe(readFileSync(path.join(PROJECT_ROOT, MANUAL), 'utf8'));
});

test.skipIf(!isInstalled('man'))('the manual page is formatted without a warning', () => {
  const file = path.join(PROJECT_ROOT, MANUAL);
  const { status, stdout, stderr } = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', file], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('max_jobs');
});

test.skipIf(!isInstalled('mandoc'))(
  'the manual page has no fault that its linter finds, but that it has no date',
  () => {
    const { stdout, stderr } = spawnSync('mandoc', ['-Tlint', path.join(PROJECT_ROOT, MANUAL)], { encoding: 'utf8' });
    // With a date the same sources would give another page every day.
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual(
      [],
    );
  },
);
