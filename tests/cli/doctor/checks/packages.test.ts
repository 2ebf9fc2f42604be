import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { checkPackages } from '../../../../src/cli/doctor/checks/packages.ts';
import { PROJECT_ROOT } from '../../../support/codex-package.ts';
import { tempDir } from '../../../support/temp.ts';
import { emptyScene, levels } from '../places.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('packages that are missing are a problem, and are installed', async () => {
  const scene = emptyScene({ program: program() });
  npm(`ln -s "${path.join(PROJECT_ROOT, 'node_modules')}" node_modules`);

  const [missing] = await checkPackages(scene);
  expect(missing).toMatchObject({ id: 'packages', level: 'problem', remedy: expect.stringContaining('npm ci') });
  expect(await missing?.fix?.apply()).toBe('Installed the packages');

  expect(levels(await checkPackages(scene))).toEqual(['packages ok']);
});

test('why they could not be installed is told', async () => {
  npm('echo "npm error network" >&2; exit 1');

  const [missing] = await checkPackages(emptyScene({ program: program() }));

  await expect(missing?.fix?.apply()).rejects.toThrow('npm error network');
});

/** A program as a host leaves it before it installs the packages. */
function program(): string {
  const folder = tempDir();
  writeFileSync(path.join(folder, 'package.json'), '{"dependencies":{"zeromq":"6.8.0"}}');
  writeFileSync(path.join(folder, 'package-lock.json'), '{}');
  return path.join(folder, 'dist', 'cli.cjs');
}

/** Puts an npm that does `script` first on PATH. */
function npm(script: string): void {
  const directory = tempDir();
  const file = path.join(directory, 'npm');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  vi.stubEnv('PATH', `${directory}:${process.env['PATH']}`);
}
