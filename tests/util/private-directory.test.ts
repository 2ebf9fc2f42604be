import { chmodSync, chownSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { syncDirectory } from '../../src/util/directory-entry.ts';
import { checkPrivateDirectory, ensurePrivateDirectory } from '../../src/util/private-directory.ts';
import { tempDir } from '../support/temp.ts';

vi.mock('../../src/util/directory-entry.ts', { spy: true });

function modeOf(directory: string): number {
  return statSync(directory).mode & 0o777;
}

describe('a private directory', () => {
  test('is made with its parents, for its owner only', () => {
    const directory = path.join(tempDir(), 'a', 'b');
    ensurePrivateDirectory(directory);
    expect([modeOf(directory), modeOf(path.dirname(directory))]).toEqual([0o700, 0o700]);
  });

  test('survives a power cut where that is asked for: each directory that something was made in is synced, once', () => {
    const base = tempDir();
    const directory = path.join(base, 'a', 'b');
    vi.mocked(syncDirectory).mockClear();
    expect(ensurePrivateDirectory(directory, { durable: true })).toBe(true);
    expect(vi.mocked(syncDirectory).mock.calls).toEqual([[path.join(base, 'a')], [base]]);
    expect(ensurePrivateDirectory(directory, { durable: true })).toBe(false);
    expect(ensurePrivateDirectory(path.join(base, 'c'))).toBe(true);
    expect(syncDirectory).toHaveBeenCalledTimes(2);
  });

  test('that is there already is accepted as it is', () => {
    const directory = tempDir();
    ensurePrivateDirectory(directory);
    ensurePrivateDirectory(directory);
    expect(modeOf(directory)).toBe(0o700);
  });

  test.each([0o777, 0o750, 0o701])('is refused with mode %o, and the remedy is given', (mode) => {
    const directory = tempDir();
    chmodSync(directory, mode);
    const shown = mode.toString(8).padStart(4, '0');
    expect(() => ensurePrivateDirectory(directory)).toThrow(
      `Refusing to use "${directory}": its mode is ${shown} (run "chmod 700 '${directory}'")`,
    );
    expect(modeOf(directory)).toBe(mode);
  });

  test.each<[string, (directory: string) => void]>([
    ['a folder of temporary files', (directory) => chmodSync(directory, 0o1777)],
    ["somebody's files", (directory) => writeFileSync(path.join(directory, '.profile'), '', { mode: 0o644 })],
    ['a folder of somebody else', (directory) => mkdirSync(path.join(directory, 'lib'), { mode: 0o755 })],
  ])('is not to be closed to others who have a right to be there: %s', (_what, fill) => {
    const directory = tempDir();
    chmodSync(directory, 0o755);
    fill(directory);
    expect(() => ensurePrivateDirectory(directory)).toThrow(/: its mode is 0\d+ \(choose another directory\)$/u);
  });

  test('is not to be the root of all', () => {
    expect(() => checkPrivateDirectory('/')).toThrow(/^Refusing to use "\/": .* \(choose another directory\)$/u);
  });

  test('is closed to others where nothing is theirs', () => {
    const directory = tempDir();
    mkdirSync(path.join(directory, 'workspaces'), { mode: 0o700 });
    symlinkSync('workspaces', path.join(directory, 'link'));
    chmodSync(directory, 0o755);
    expect(() => ensurePrivateDirectory(directory)).toThrow(`(run "chmod 700 '${directory}'")`);
  });

  test('is refused when it is a symbolic link, also to a good directory', () => {
    const base = tempDir();
    const [real, link, dangling] = ['real', 'link', 'dangling'].map((name) => path.join(base, name));
    if (real === undefined || link === undefined || dangling === undefined) throw new Error('unreachable');
    mkdirSync(real, { mode: 0o700 });
    symlinkSync(real, link);
    symlinkSync(path.join(base, 'nowhere'), dangling);
    expect(() => ensurePrivateDirectory(link)).toThrow('it is a symbolic link (remove it, or choose another place)');
    expect(() => ensurePrivateDirectory(dangling)).toThrow('it is a symbolic link');
  });

  test('is refused when it is a file, and cannot be made below one', () => {
    const file = path.join(tempDir(), 'file');
    writeFileSync(file, '');
    expect(() => ensurePrivateDirectory(file)).toThrow(`"${file}": it is not a directory`);
    const below = path.join(file, 'below');
    expect(() => ensurePrivateDirectory(below)).toThrow(`Cannot make the directory "${below}"`);
  });

  test('is refused when it belongs to somebody else', () => {
    const foreign = process.getuid?.() === 0 ? tempDir() : '/usr';
    if (process.getuid?.() === 0) chownSync(foreign, 12_345, 12_345);
    expect(() => ensurePrivateDirectory(foreign)).toThrow(
      /it belongs to uid \d+, not to uid \d+ \(choose another directory\)/u,
    );
  });
});

describe('a directory that need not be there', () => {
  test('is fine when it is not, and nothing is made', () => {
    const directory = path.join(tempDir(), 'a', 'b');
    checkPrivateDirectory(directory);
    expect(() => statSync(directory)).toThrow('ENOENT');
  });

  test('is checked when it is', () => {
    const directory = tempDir();
    chmodSync(directory, 0o777);
    expect(() => checkPrivateDirectory(directory)).toThrow('its mode is 0777');
  });

  test('is refused when nobody can tell, and when it can never be made', () => {
    const file = path.join(tempDir(), 'file');
    writeFileSync(file, '');
    for (const directory of [path.join(file, 'below'), path.join(file, '..', 'x'.repeat(300))]) {
      expect(() => checkPrivateDirectory(directory)).toThrow(`Cannot use the directory "${directory}": E`);
    }
  });
});
