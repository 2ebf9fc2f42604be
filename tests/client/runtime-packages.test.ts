import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  missingRuntimePackages,
  repairRuntimePackages,
  runtimePackagesRemedy,
} from '../../src/client/runtime-packages.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { tempDir } from '../support/temp.ts';

const PACKAGES = path.join(PROJECT_ROOT, 'node_modules');

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a package that is needed at run time', () => {
  test('is there when it can be loaded', async () => {
    expect(await missingRuntimePackages(path.join(PROJECT_ROOT, 'dist', 'cli.cjs'))).toEqual([]);
  });

  test('is missing when it was never installed', async () => {
    expect(await missingRuntimePackages(program(folder()))).toEqual(['zeromq']);
  });

  test('is missing when it was installed by half', async () => {
    const root = folder();
    const half = path.join(root, 'node_modules', 'zeromq');
    mkdirSync(half, { recursive: true });
    writeFileSync(path.join(half, 'package.json'), '{"name":"zeromq","version":"6.8.0","main":"lib/index.js"}');

    expect(await missingRuntimePackages(program(root))).toEqual(['zeromq']);
  });
});

describe('the remedy', () => {
  test('names the command and the folder, where there is a lockfile', () => {
    const root = folder();
    expect(runtimePackagesRemedy(program(root))).toBe(`run "npm ci --ignore-scripts" in "${root}"`);
  });

  test('is a new installation elsewhere', async () => {
    const elsewhere = path.join(tempDir(), 'dist', 'cli.cjs');
    expect(runtimePackagesRemedy(elsewhere)).toBe('install codex-companion again');
    expect(await repairRuntimePackages(elsewhere)).toMatchObject({ ok: false });
  });
});

describe('repairing', () => {
  test('runs npm in the folder of the lockfile', async () => {
    const root = folder();
    npm(`[ "$PWD" = "${root}" ] && [ "$1 $2" = "ci --ignore-scripts" ] && ln -s "${PACKAGES}" node_modules`);

    expect(await repairRuntimePackages(program(root))).toEqual({ ok: true });
  });

  test('tells why npm could not', async () => {
    npm('echo "npm error network" >&2; exit 1');
    const why = expect.stringMatching(/^"npm ci .*" in ".*" failed: npm error network$/u);

    expect(await repairRuntimePackages(program(folder()))).toEqual({ ok: false, why });
  });

  test('does not take the word of npm for it', async () => {
    npm('exit 0');

    expect(await repairRuntimePackages(program(folder()))).toEqual({
      ok: false,
      why: 'the package "zeromq" cannot be loaded all the same',
    });
  });
});

/** A folder as a host leaves it before it installs the packages. */
function folder(): string {
  const root = tempDir();
  writeFileSync(path.join(root, 'package.json'), '{"dependencies":{"zeromq":"6.8.0"}}');
  writeFileSync(path.join(root, 'package-lock.json'), '{}');
  return root;
}

function program(root: string): string {
  return path.join(root, 'dist', 'cli.cjs');
}

/** Puts an npm that does `script` first on PATH. */
function npm(script: string): void {
  const directory = tempDir();
  const file = path.join(directory, 'npm');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  vi.stubEnv('PATH', `${directory}:${process.env['PATH']}`);
}
