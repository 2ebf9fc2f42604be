import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { npmProgram } from '../../src/util/npm-program.ts';
import { tempDir } from '../support/temp.ts';

const SCRIPT = 'node_modules/npm/bin/npm-cli.js';

test.each([
  ['Node’s own', ['npm', 'npm.cmd', SCRIPT], [process.execPath, SCRIPT]],
  ['a program', ['npm.exe'], ['npm.exe']],
  ['a shim of what is not there', ['npm.cmd'], null],
  ['a package that nothing on PATH starts', [SCRIPT], null],
  ['none', [], null],
])('on Windows, where there is %s', (_, files, expected) => {
  const directory = tempDir();
  for (const file of files) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), '');
  }
  const found = npmProgram({ Path: `relative;${path.join(directory, 'none')};"${directory}"` }, 'win32');
  const started = found && [found.command, ...found.script];
  expect(started).toEqual(expected?.map((file) => path.resolve(directory, file)) ?? null);
});

test.each(['linux', 'darwin'] as const)('on %s it is started by its name', (platform) => {
  expect(npmProgram({}, platform)).toEqual({ command: 'npm', script: [] });
});
