import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CONTROL_ERRORS, CONTROL_METHODS, SHUTTING_DOWN } from '../../src/contract/control.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';

const page = readFileSync(path.join(PROJECT_ROOT, 'docs', 'protocol.md'), 'utf8');

test.each([...Object.keys(CONTROL_METHODS), SHUTTING_DOWN])('the protocol page describes "%s"', (method) => {
  expect(page).toContain(`\`${method}\``);
});

test.each(Object.entries(CONTROL_ERRORS))('the protocol page explains the error "%s"', (_name, code) => {
  expect(page).toContain(String(code));
});
