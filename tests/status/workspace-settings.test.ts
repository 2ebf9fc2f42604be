import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readWorkspaceSettings, writeWorkspaceSettings } from '../../src/status/workspace-settings.ts';
import { tempDir } from '../support/temp.ts';

test('a workspace where nothing was chosen has its gate off, and no file', () => {
  expect(readWorkspaceSettings(path.join(tempDir(), 'workspace'))).toEqual({ stopReviewGate: false });
});

test('what was chosen is read again, from a file that is private', () => {
  const directory = path.join(tempDir(), 'workspace');
  writeWorkspaceSettings(directory, { stopReviewGate: true });
  expect(readWorkspaceSettings(directory)).toEqual({ stopReviewGate: true });
  expect(statSync(path.join(directory, 'settings.json')).mode & 0o777).toBe(0o600);
});

test('a damaged choice is an error that names the file, and stays as it is', () => {
  const directory = tempDir();
  const file = path.join(directory, 'settings.json');
  writeFileSync(file, '{"stopReviewGate": tr');
  expect(() => readWorkspaceSettings(directory)).toThrow(file);
  expect(readFileSync(file, 'utf8')).toBe('{"stopReviewGate": tr');
});
