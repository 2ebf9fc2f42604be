import path from 'node:path';
import { expect, test } from 'vitest';
import { isShim, shimTarget } from '../../src/config/npm-shim.ts';
import { npmShim, pnpmShim, scoopShim, yarnShim } from './shims.ts';

test.each([
  ['C:\\npm\\codex.cmd', true],
  ['C:\\npm\\CODEX.CMD', true],
  ['C:\\npm\\codex.bat', true],
  ['C:\\npm\\codex.exe', false],
  ['C:\\npm\\codex', false],
  ['C:\\npm.cmd\\codex.js', false],
])('%s is for the shell: %s', (file, expected) => {
  expect(isShim(file)).toBe(expected);
});

const SCRIPT = '..\\node_modules\\@openai\\codex\\bin\\codex.js';
const TARGET = below('node_modules/@openai/codex/bin/codex.js');

/** On the system that runs this. */
function below(file: string): string {
  return path.join('/home', file);
}

test.each([
  ['npm', npmShim(SCRIPT), TARGET],
  ['pnpm', pnpmShim(SCRIPT), TARGET],
  ['pnpm, from another drive', 'node  "D:\\store\\codex\\bin\\codex.js" %*', 'D:\\store\\codex\\bin\\codex.js'],
  [
    'yarn',
    yarnShim('..\\Data\\global\\node_modules\\.bin\\codex.cmd'),
    below('Data/global/node_modules/.bin/codex.cmd'),
  ],
  ['scoop', scoopShim('C:\\scoop\\apps\\codex\\current\\codex.exe'), 'C:\\scoop\\apps\\codex\\current\\codex.exe'],
  ['somebody with one line', '@"%~dp0codex.exe" %*', below('shims/codex.exe')],
])('what the shim of %s starts is known', (_, text, target) => {
  expect(shimTarget(text, '/home/shims')).toBe(target);
});

test.each([
  ['nothing', ''],
  ['a shell', '@wsl codex %*'],
  ['something with arguments of its own', '@"%~dp0\\codex.exe" --profile mine %*'],
  ['something without its arguments', '@"%~dp0\\codex.exe"'],
  ['one of two', '@IF DEFINED X ("%~dp0\\a.exe" %*) ELSE ("%~dp0\\b.exe" %*)'],
  ['what a variable says', '@"%CODEX%\\codex.exe" %*'],
  ['what is relative to anywhere', '@"bin\\codex.exe" %*'],
  ['neither a script nor a program', '@"%~dp0\\codex" %*'],
])('a shim that starts %s is nobody’s', (_, text) => {
  expect(shimTarget(text, '/home/shims')).toBeNull();
});
