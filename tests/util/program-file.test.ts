import { describe, expect, test } from 'vitest';
import { programFile } from '../../src/util/program-file.ts';
import { windowsProgram } from '../../src/util/windows-program.ts';

describe('on Windows', () => {
  const Path = 'D:\\empty;.;tools;C:\\Git\\cmd;C:\\second';
  const THERE = new Set([
    'tools\\git.exe',
    'git.exe',
    'C:\\Git\\cmd\\git.exe',
    'C:\\second\\git.exe',
    'C:\\second\\more.com',
    'C:\\second\\npm.cmd',
  ]);

  test.each([
    ['git', 'C:\\Git\\cmd\\git.exe'],
    ['git.exe', 'C:\\Git\\cmd\\git.exe'],
    ['more', 'C:\\second\\more.com'],
    ['npm', null],
    ['D:\\other\\git.exe', 'D:\\other\\git.exe'],
    ['.\\git', '.\\git'],
  ])('"%s" is %j: neither the working directory nor what is relative is looked into', (name, file) => {
    const exists = (path: string) => THERE.has(path);
    expect(programFile(name, { environment: { Path }, platform: 'win32', exists })).toBe(file);
  });

  test.each([
    ['taskkill', 'D:\\Win', 'D:\\Win\\System32\\taskkill.exe'],
    ['powershell', 'D:\\Win', 'D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'],
    ['taskkill', '', 'C:\\Windows\\System32\\taskkill.exe'],
    ['taskkill', 'Windows', 'C:\\Windows\\System32\\taskkill.exe'],
  ] as const)('%s of the system in %j is "%s"', (name, root, file) => {
    expect(windowsProgram(name, root)).toBe(file);
  });
});

test.each(['linux', 'darwin'] as const)('on %s the system looks for it', (platform) => {
  expect(programFile('git', { environment: { PATH: '/bin' }, platform, exists: () => false })).toBe('git');
});
