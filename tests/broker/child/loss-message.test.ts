import { expect, test } from 'vitest';
import { lossMessage } from '../../../src/broker/child/loss-message.ts';

const clean = { code: 0, signal: null, stderrTail: '' };

test.each([
  [clean, false, 'The Codex app-server (pid 7) exited with code 0'],
  [
    { ...clean, code: 101, stderrTail: ' panicked at x\n' },
    false,
    'exited with code 101; its stderr ended with: panicked at x',
  ],
  [
    { ...clean, code: 1, stderrTail: '\u001b[2m12:00\u001b[0m ERROR no room\n\n  left\n' },
    false,
    'its stderr ended with: 12:00 ERROR no room left',
  ],
  [{ ...clean, code: null, signal: 'SIGKILL' }, false, 'The Codex app-server (pid 7) was killed by SIGKILL'],
  [{ ...clean, code: null, signal: 'SIGKILL' }, true, 'The Codex app-server (pid 7) stopped answering and was ended'],
  [{ ...clean, code: null }, true, 'The Codex app-server (pid 7) stopped answering and cannot be ended'],
  [{ ...clean, code: null }, false, 'The Codex app-server (pid 7) closed its output and cannot be ended'],
])('%o is told in a sentence', (exit, unresponsive, sentence) => {
  expect(lossMessage(7, exit, unresponsive)).toContain(sentence);
});

test('of a long stderr the end is quoted', () => {
  const message = lossMessage(7, { ...clean, stderrTail: `${'x'.repeat(8_192)}the end` }, false);
  expect(message.endsWith('the end')).toBe(true);
  expect(message.length).toBeLessThan(1_100);
});
