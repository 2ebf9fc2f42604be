import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CLIENT_ERROR_CODES } from '../../src/client/client-error.ts';
import { WorkspaceCompanion } from '../../src/client/companion.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';

const page = readFileSync(path.join(PROJECT_ROOT, 'docs', 'client.md'), 'utf8');

test.each(CLIENT_ERROR_CODES)('the page of the client explains the error "%s"', (code) => {
  expect(page).toContain(`| \`${code}\` |`);
});

const methods = Object.getOwnPropertyNames(WorkspaceCompanion.prototype).filter(
  (name) => !['constructor', 'workspaceRoot'].includes(name),
);

test.each(methods)('the page of the client describes "%s"', (method) => {
  expect(page).toContain(`| \`${method}(`);
});
