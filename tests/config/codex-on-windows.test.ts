import { chmodSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CodexNotFound, findCodex } from '../../src/config/codex-binary.ts';
import { tempDir } from '../support/temp.ts';
import { npmShim, pnpmShim, yarnShim } from './shims.ts';

// How Codex is found on Windows, with files as they lie there, by their looks only.

const PACKAGE = 'node_modules/@openai/codex';
const TRIPLES: Readonly<Record<string, string>> = { x64: 'x86_64-pc-windows-msvc', arm64: 'aarch64-pc-windows-msvc' };

function put(base: string, file: string, content = ''): string {
  const place = path.join(base, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
  chmodSync(place, 0o755);
  return place;
}

/** npm's package below `base`, as it was before it had a native program, or as it is. */
function install(base: string, { native }: { readonly native: boolean }): { script: string; program: string } {
  put(base, `${PACKAGE}/package.json`, '{"name":"@openai/codex"}');
  const script = put(base, `${PACKAGE}/bin/codex.js`);
  const build = `codex-win32-${process.arch}`;
  const program = `${PACKAGE}/node_modules/@openai/${build}`;
  if (!native) return { script, program: '' };
  put(base, `${program}/package.json`, `{"name":"@openai/${build}"}`);
  return { script, program: put(base, `${program}/vendor/${TRIPLES[process.arch]}/bin/codex.exe`) };
}

function temporary(): string {
  return realpathSync(tempDir());
}

function found(...directories: readonly string[]) {
  return findCodex(null, directories, 'win32');
}

describe('a Codex on PATH', () => {
  test('that is a program is started as it is, and comes before a shim beside it', () => {
    const base = temporary();
    put(base, 'codex.cmd', 'no shim at all');
    const program = put(base, 'codex.exe');
    expect(found(base)).toMatchObject({ path: program, command: program, script: [], environment: {} });
  });

  test('of the shim of npm is the native program of its package', () => {
    const base = temporary();
    const shim = put(base, 'codex.cmd', npmShim('node_modules\\@openai\\codex\\bin\\codex.js'));
    put(base, 'codex', '#!/bin/sh\n');
    const { program } = install(base, { native: true });
    expect(found(path.join(base, 'none'), base)).toMatchObject({
      path: shim,
      command: program,
      script: [],
      environment: { CODEX_MANAGED_BY_NPM: '1', CODEX_MANAGED_PACKAGE_ROOT: path.join(base, PACKAGE) },
    });
  });

  test('whose package has no native program is its script, by Node', () => {
    const base = temporary();
    const shim = put(base, 'bin/codex.cmd', pnpmShim('..\\node_modules\\@openai\\codex\\bin\\codex.js'));
    const { script } = install(base, { native: false });
    expect(found(path.join(base, 'bin'))).toMatchObject({
      path: shim,
      command: process.execPath,
      script: [script],
      environment: {},
    });
  });

  test('behind two shims is found through both, and the fingerprint is its own', () => {
    const base = temporary();
    put(base, 'bin/codex.cmd', yarnShim('..\\global\\node_modules\\.bin\\codex.cmd'));
    put(base, 'global/node_modules/.bin/codex.cmd', pnpmShim('..\\@openai\\codex\\bin\\codex.js'));
    const { program } = install(path.join(base, 'global'), { native: true });
    const codex = found(path.join(base, 'bin'));
    expect(codex.command).toBe(program);
    expect(codex.fingerprint).toBe(findCodex({ path: program, by: 'the test' }, [], 'win32').fingerprint);
  });
});

describe('a shim', () => {
  test.each([
    ['of nobody’s', '@wsl codex %*', 'is a script that only a shell could start'],
    ['that starts itself', '@"%~dp0\\codex.cmd" %*', 'is a script that only a shell could start'],
    ['of what was removed', npmShim('gone.js'), 'which is not there'],
  ])('%s is refused, with what to do', (_, text, why) => {
    const base = temporary();
    const shim = put(base, 'codex.cmd', text);
    expect(() => found(base)).toThrow(CodexNotFound);
    expect(() => found(base)).toThrow(`Cannot start Codex: "${shim}"`);
    expect(() => found(base)).toThrow(why);
    expect(() => found(base)).toThrow('set CODEX_COMPANION_CODEX to codex.exe');
  });

  test('is one on Windows only', () => {
    const file = put(temporary(), 'codex.cmd', '#!/bin/sh\n');
    expect(findCodex({ path: file, by: 'the test' }, [], 'linux')).toMatchObject({ command: file, script: [] });
  });
});

test.each([
  ['codex', 'codex.cmd'],
  ['codex.cmd', 'codex.cmd'],
])('the Codex that is named "%s" is "%s"', (name, file) => {
  const base = temporary();
  put(base, 'codex', '#!/bin/sh\n');
  put(base, 'codex.cmd', npmShim('node_modules\\@openai\\codex\\bin\\codex.js'));
  const { script } = install(base, { native: false });
  expect(findCodex({ path: path.join(base, name), by: 'the test' }, [], 'win32')).toMatchObject({
    path: path.join(base, file),
    script: [script],
  });
});
