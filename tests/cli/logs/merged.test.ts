import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { JobLines, type LogLine } from '../../../src/cli/logs/job-lines.ts';
import { merged } from '../../../src/cli/logs/merged.ts';
import { JobLogReader } from '../../../src/status/log-reader.ts';
import { tempDir } from '../../support/temp.ts';

interface LogOptions {
  readonly lastLines?: number;
  readonly since?: string;
}

function at(second: number): string {
  return `2026-01-01T12:00:${String(second).padStart(2, '0')}.000Z`;
}

/** A log with that text; how it is gone on with, and its lines. */
function logOf(jobId: string, text: string, options: LogOptions = {}) {
  const file = path.join(tempDir(), `${jobId}.log`);
  writeFileSync(file, text);
  const reader = new JobLogReader(file, options.lastLines);
  onTestFinished(() => reader.close());
  const lines = new JobLines(jobId, reader, { since: options.since, onGap: () => expect.fail('a gap') });
  return { lines, append: (more: string) => appendFileSync(file, more) };
}

function stamped(second: number, text: string): string {
  return `[${at(second)}] ${text}\n`;
}

function textsOf(lines: Iterable<LogLine>): string[] {
  return Array.from(lines, ({ jobId, text }) => `${jobId}: ${text}`);
}

test('lines come in the order of their time, and a block stays together', () => {
  const block = `${stamped(3, 'Assistant message')}one\n\ntwo\n`;
  const a = logOf('a', `${stamped(1, 'a1')}${block}${stamped(6, 'a6')}`);
  const b = logOf('b', `${stamped(2, 'b2')}${stamped(3, 'b3')}${stamped(4, 'b4')}${stamped(7, 'b7')}`);
  const c = logOf('c', stamped(5, 'c5'));

  expect(textsOf(merged(new Set([a.lines, b.lines, c.lines])))).toEqual([
    ...['a: a1', 'b: b2', 'b: b3'],
    ...['a: Assistant message', 'a: one', 'a: ', 'a: two'],
    ...['b: b4', 'c: c5', 'a: a6', 'b: b7'],
  ]);
});

test('each line has the time of its block, also where the last lines begin in the middle of one', () => {
  const filler = `${'x'.repeat(99)}\n`.repeat(2_000);
  const text = `${stamped(1, 'Queued: x')}${stamped(2, 'Assistant message')}${filler}end\n${stamped(3, 'Done.')}`;
  const { lines } = logOf('a', text, { lastLines: 2 });

  expect([...merged(new Set([lines]))]).toEqual([
    { jobId: 'a', time: at(2), text: 'end', block: 'Assistant message' },
    { jobId: 'a', time: at(3), text: 'Done.', block: null },
  ]);
});

test('what was written before a moment is passed over, with its blocks', () => {
  const text = `not ours\n${stamped(1, 'Assistant message')}old\n${stamped(2, 'Assistant message')}new\n`;

  expect(textsOf(merged(new Set([logOf('a', text, { since: at(2) }).lines])))).toEqual([
    'a: Assistant message',
    'a: new',
  ]);
  expect(textsOf(merged(new Set([logOf('a', text, { since: at(3) }).lines])))).toEqual([]);
});

test('a log that has no more is left alone until it is looked at again; half a line waits for its end', () => {
  const a = logOf('a', `${stamped(1, 'whole')}[${at(2)}] ha`);
  const logs = new Set([a.lines]);

  expect(textsOf(merged(logs))).toEqual(['a: whole']);
  expect(logs.size).toBe(0);
  a.append(`lf\n[${at(3)}] the last`);
  expect(textsOf(merged(logs.add(a.lines)))).toEqual(['a: half']);
  a.lines.end();
  expect(textsOf(merged(logs.add(a.lines)))).toEqual(['a: the last']);
  expect(textsOf(merged(logs.add(a.lines)))).toEqual([]);
});

test('a log that comes in while others are printed takes its turn', () => {
  const a = logOf('a', stamped(1, 'a1') + stamped(3, 'a3'));
  const b = logOf('b', stamped(2, 'b2'));
  const logs = new Set([a.lines]);
  const lines = merged(logs);

  expect(lines.next().value).toMatchObject({ text: 'a1' });
  logs.add(b.lines);
  expect(textsOf(lines)).toEqual(['b: b2', 'a: a3']);
});

test('a line that is much longer than what is read at once is one line', () => {
  const long = '漢'.repeat(400_000);
  const { lines } = logOf('a', stamped(1, long) + stamped(2, 'short'));
  expect(textsOf(merged(new Set([lines])))).toEqual([`a: ${long}`, 'a: short']);
});
