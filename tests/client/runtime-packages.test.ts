import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type LoadFailure, type PackageFault, packageFault } from '../../src/client/package-fault.ts';
import { brokenPackages, isInstallable, repairRuntimePackages } from '../../src/client/runtime-packages.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { copyPackages, spoilBinaries } from '../support/packages.ts';
import { tempDir } from '../support/temp.ts';

const PACKAGES = path.join(PROJECT_ROOT, 'node_modules');

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a package that is needed at run time', () => {
  test('is there when it can be loaded', async () => {
    expect(await brokenPackages(path.join(PROJECT_ROOT, 'dist', 'cli.cjs'))).toEqual([]);
  });

  test.each<[string, (root: string) => void]>([
    ['was never installed', () => undefined],
    ['has come without what it is', (root) => writeFiles(root, { 'package.json': MANIFEST })],
    ['has a manifest that is cut short', (root) => writeFiles(root, { 'package.json': MANIFEST.slice(0, 20) })],
    [
      'has a file that is cut short',
      (root) => writeFiles(root, { 'package.json': MANIFEST, 'index.js': 'function (' }),
    ],
    ['has lost its binaries', (root) => copyWithout(root, 'build')],
    ['has binaries that are cut short', (root) => spoilBinaries(copyPackages(root), 'cut short')],
    ['has lost those for this platform', (root) => copyWithout(root, `build/${process.platform}`)],
  ])('and %s is to be installed again', async (_name, damage) => {
    const root = folder();
    damage(root);

    const [broken, ...others] = await brokenPackages(program(root));

    expect(others).toEqual([]);
    expect(broken).toEqual({
      name: 'zeromq',
      fault: { id: 'incomplete' },
      what: 'the package "zeromq" is not installed, or only in part',
      remedy: `run "npm ci --ignore-scripts" in "${root}"`,
    });
    expect(broken !== undefined && isInstallable(broken)).toBe(true);
  });

  test('and has no binary for this platform is to be built here', async () => {
    const root = folder();
    copyWithout(root, 'build');
    writeFiles(root, {
      'build/manifest.json': JSON.stringify({ [JSON.stringify({ os: 'plan9', arch: 'vax' })]: 'x' }),
    });

    const [broken] = await brokenPackages(program(root));

    expect(broken).toMatchObject({
      fault: { id: 'unsupported', platform: expect.stringContaining(`${process.platform} ${process.arch}`) },
      what: expect.stringMatching(/^the package "zeromq" has no binary for this platform, \w+ \w+ \w+$/u),
      remedy: `run "npm rebuild zeromq" in "${root}" to build it here, which needs CMake and a C++ compiler`,
    });
    expect(broken !== undefined && isInstallable(broken)).toBe(false);
  });

  test('and has one that the system refuses is to be built here, and why is told', async () => {
    const root = folder();
    spoilBinaries(copyPackages(root), 'strange');

    const [broken] = await brokenPackages(program(root));

    expect(broken).toMatchObject({
      fault: { id: 'unloadable' },
      remedy: expect.stringContaining('npm rebuild zeromq'),
    });
    expect(broken?.what).toMatch(/^the binary of the package "zeromq" cannot be loaded: \S[^\n]*addon\.node[^\n]*$/u);
  });

  test('and ends whoever loads it is told apart, too', async () => {
    const root = folder();
    writeFiles(root, { 'package.json': MANIFEST, 'index.js': 'process.kill(process.pid, "SIGSEGV"); for (;;);' });

    expect((await brokenPackages(program(root)))[0]?.fault).toEqual({
      id: 'unloadable',
      why: 'it ends the process (SIGSEGV)',
    });
  });
});

test('where nothing can be installed, the remedy is a new installation', async () => {
  const elsewhere = path.join(tempDir(), 'dist', 'cli.cjs');
  expect(await brokenPackages(elsewhere)).toMatchObject([{ remedy: 'install codex-companion again' }]);
  expect(await repairRuntimePackages(elsewhere)).toMatchObject({ ok: false });
});

test.each<[string, Partial<LoadFailure>, PackageFault]>([
  [
    'the first binary that was refused says why, not one that is missing',
    {
      message: 'No compatible zeromq.js addon found',
      said: [
        warning("Error: Cannot find module '/x/addon.node'\nRequire stack:"),
        warning("Error: /lib/libc.so.6: version `GLIBC_2.38' not found (required by /y/addon.node)\n    at x.js:1"),
      ],
    },
    { id: 'unloadable', why: "/lib/libc.so.6: version `GLIBC_2.38' not found (required by /y/addon.node)" },
  ],
  [
    'what is not known is told in its own words, in a line',
    { message: 'Things went\n\u001b[31mwrong' },
    { id: 'unloadable', why: 'Things went wrong' },
  ],
])('%s', (_name, failure, fault) => {
  expect(packageFault({ found: true, code: 'Error', message: '', said: [], ...failure })).toEqual(fault);
});

/** As cmake-ts says it, in colour. */
function warning(why: string): string {
  return `\u001b[33m[WARN cmake-ts]\u001b[0m Failed to load addon at /x/addon.node: ${why}\nTrying others...`;
}

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
      why: 'the package "zeromq" is not installed, or only in part, all the same',
    });
  });
});

const MANIFEST = '{"name":"zeromq","version":"6.8.0","main":"index.js"}';

/** The packages in the folder, of the one without what is at `lost`. */
function copyWithout(root: string, lost: string): void {
  const zeromq = copyPackages(root);
  rmSync(path.join(zeromq, lost), { recursive: true, force: true });
}

/** Files of the package in the folder. */
function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, 'node_modules', 'zeromq', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

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
