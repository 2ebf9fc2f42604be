import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { filesUnder, tempDir } from '../support/temp.ts';

const SCRIPT = path.join(PROJECT_ROOT, 'scripts', 'build-plugin.mjs');

function build(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(filesUnder(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

test('the same sources give the same plugin', () => {
  const [first, second] = [tempDir(), tempDir()];

  expect([build('--into', first).status, build('--into', second).status]).toEqual([0, 0]);

  expect(contentsOf(second)).toEqual(contentsOf(first));
  expect(readdirSync(path.join(first, 'plugin', 'dist')).sort()).toEqual([
    'THIRD_PARTY_LICENSES.txt',
    'brief.cjs',
    'broker-program.cjs',
    'broker.cjs',
    'cli.cjs',
    'doctor.cjs',
    'everyday.cjs',
    'pool-thread.cjs',
    'program.cjs',
    'thread.mjs',
  ]);
  expect(statSync(path.join(first, 'plugin', 'dist', 'cli.cjs')).mode & 0o111).toBe(0o111);
  // Where they were built, and by whom, is nobody's business.
  expect(Object.values(contentsOf(first)).filter((text) => text.includes(PROJECT_ROOT))).toEqual([]);
});

test('what is stale, missing or left over is told with the remedy, and made anew', () => {
  const folder = tempDir();
  build('--into', folder);
  expect(build('--into', folder, '--check')).toMatchObject({ status: 0, stderr: '' });
  appendFileSync(path.join(folder, 'plugin', 'dist', 'broker.cjs'), '// changed\n');
  writeFileSync(path.join(folder, 'plugin', 'dist', 'old.mjs'), '');

  const { status, stderr } = build('--into', folder, '--check');

  expect(status).toBe(1);
  const told = stderr.split('\n').filter(Boolean);
  expect(told).toEqual(
    ['broker.cjs', 'old.mjs'].map((name) => `plugin/dist/${name} is stale: run "npm run build:plugin" and commit it`),
  );
  expect(build('--into', folder).status).toBe(0);
  expect(build('--into', folder, '--check').status).toBe(0);
});
