import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CodexNotFound, findCodex } from '../../src/config/codex-binary.ts';
import { codexPackage, PROJECT_ROOT } from '../support/codex-package.ts';
import { tempDir } from '../support/temp.ts';

function program(file: string, content = '#!/bin/sh\n'): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, 0o755);
  return file;
}

function named(file: string) {
  return { path: file, by: 'CODEX_COMPANION_CODEX' };
}

describe('on PATH', () => {
  test('the first codex counts, and is started as it is', () => {
    const base = tempDir();
    const first = program(path.join(base, 'a', 'codex'));
    program(path.join(base, 'b', 'codex'));
    const found = findCodex(null, [path.join(base, 'none'), path.join(base, 'a'), `${base}/b`]);
    expect(found).toMatchObject({ path: first, command: first, environment: {} });
  });

  test('a directory of that name, a file that is not executable and a dangling link are passed over', () => {
    const base = tempDir();
    mkdirSync(path.join(base, 'a', 'codex'), { recursive: true });
    mkdirSync(path.join(base, 'b'));
    writeFileSync(path.join(base, 'b', 'codex'), '');
    mkdirSync(path.join(base, 'c'));
    symlinkSync(path.join(base, 'nowhere'), path.join(base, 'c', 'codex'));
    const real = program(path.join(base, 'd', 'codex'));
    const directories = ['a', 'b', 'c', 'd'].map((name) => path.join(base, name));
    expect(findCodex(null, directories).path).toBe(real);
  });

  test.each([[[]], [['/no/such/directory']]])(
    'that is %j there is none, and the remedy says how to get one',
    (nowhere) => {
      expect(() => findCodex(null, nowhere)).toThrow(CodexNotFound);
      expect(() => findCodex(null, nowhere)).toThrow(
        'Cannot find Codex: no "codex" on PATH (run "npm install -g @openai/codex", or set CODEX_COMPANION_CODEX)',
      );
    },
  );
});

describe('CODEX_COMPANION_CODEX', () => {
  test('comes before PATH', () => {
    const base = tempDir();
    program(path.join(base, 'codex'));
    const chosen = program(path.join(base, 'my-codex'));
    expect(findCodex(named(chosen), [base]).path).toBe(chosen);
  });

  test('that names no executable file is refused by name, also when PATH has one', () => {
    const base = tempDir();
    program(path.join(base, 'codex'));
    expect(() => findCodex(named(base), [base])).toThrow(CodexNotFound);
    expect(() => findCodex(named(base), [base])).toThrow(
      `"${base}" (from CODEX_COMPANION_CODEX) is not an executable file`,
    );
  });
});

describe('npm’s wrapper', () => {
  const { wrapper, binary } = codexPackage();

  test('is replaced by the native program that it would start, with the environment it would set', () => {
    const found = findCodex(null, [path.dirname(wrapper)]);
    expect(found.path).toBe(wrapper);
    expect(realpathSync(found.command)).toBe(realpathSync(binary));
    expect(found.environment).toEqual({
      CODEX_MANAGED_PACKAGE_ROOT: path.join(PROJECT_ROOT, 'node_modules', '@openai', 'codex'),
      CODEX_MANAGED_BY_NPM: '1',
    });
    expect(execFileSync(found.command, ['--version'], { encoding: 'utf8' })).toMatch(/^codex-cli \d+\./u);
  });

  test('has the fingerprint of the program, not its own', () => {
    expect(findCodex(named(wrapper), []).fingerprint).toBe(findCodex(named(binary), []).fingerprint);
  });

  test('without its native program, and a codex.js of another package, are started as they are', () => {
    for (const name of ['@openai/codex', 'somebody-else']) {
      const root = tempDir();
      const script = program(path.join(root, 'bin', 'codex.js'), '#!/usr/bin/env node\n');
      writeFileSync(path.join(root, 'package.json'), JSON.stringify({ name }));
      expect(findCodex(named(script), []).command).toBe(script);
    }
  });
});

test('a Codex that was replaced in its place has another fingerprint; a link to it has the same', () => {
  const base = realpathSync(tempDir());
  const file = program(path.join(base, 'codex'));
  const before = findCodex(named(file), []).fingerprint;
  symlinkSync(file, path.join(base, 'link'));
  expect(findCodex(named(path.join(base, 'link')), []).fingerprint).toBe(before);
  program(file, '#!/bin/sh\n# newer\n');
  expect(findCodex(named(file), []).fingerprint).not.toBe(before);
});
