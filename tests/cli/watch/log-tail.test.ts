import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LOG_LINES_BACK, LogTail, MAX_LINE_CHARS, MAX_LOG_LINES } from '../../../src/cli/watch/log-tail.ts';
import { tempDir } from '../../support/temp.ts';

function lines(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, n) => `line ${from + n} ${'x'.repeat(200)}`);
}

test('one look takes all that there is, however long the lines, and no more is kept than a limit', () => {
  const file = path.join(tempDir(), 'job.log');
  const written = lines(0, LOG_LINES_BACK + 500);
  writeFileSync(file, written.map((line) => `${line}\n`).join(''));
  const tail = new LogTail(file);
  onTestFinished(() => tail.close());

  tail.read();
  expect(tail.text).toEqual({ first: 0, lines: written.slice(-LOG_LINES_BACK) });

  const more = lines(written.length, written.length + MAX_LOG_LINES - 10);
  appendFileSync(file, more.map((line) => `${line}\n`).join(''));
  tail.read();
  expect(tail.text).toEqual({
    first: LOG_LINES_BACK - 10,
    lines: [...written.slice(-10), ...more],
  });
});

test('a line that is very long is several, also before it has ended', () => {
  const file = path.join(tempDir(), 'job.log');
  const tail = new LogTail(file);
  onTestFinished(() => tail.close());
  const part = (letter: string) => letter.repeat(MAX_LINE_CHARS);

  appendFileSync(file, `${part('a')}${part('b')}c`);
  tail.read();
  expect(tail.text.lines).toEqual([part('a'), part('b')]);

  appendFileSync(file, 'c\n\nd\n');
  tail.read();
  expect(tail.text.lines).toEqual([part('a'), part('b'), 'cc', '', 'd']);
});
