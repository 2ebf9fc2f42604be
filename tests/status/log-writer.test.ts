import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { olderPartOf } from '../../src/status/log-place.ts';
import { JobLogReader, MAX_READ_BYTES, type NewText } from '../../src/status/log-reader.ts';
import { JobLogWriter } from '../../src/status/log-writer.ts';
import { tempDir } from '../support/temp.ts';

vi.mock('node:fs', { spy: true });

/** What `writeSync` does where there is room for so much and no more. */
function appendPart(descriptor: number, text: string): number {
  appendFileSync(descriptor, text);
  return text.length;
}

function readerOf(file: string, lastLines?: number): JobLogReader {
  const reader = new JobLogReader(file, lastLines);
  onTestFinished(() => reader.close());
  return reader;
}

/** All that there is by now. */
function restOf(reader: JobLogReader): NewText {
  let [whole, gaps] = ['', false];
  for (;;) {
    const { text, gap } = reader.next();
    whole += text;
    gaps ||= gap;
    if (text === '') return { text: whole, gap: gaps };
  }
}

function logFile(content?: string): string {
  const file = path.join(tempDir(), 'job.log');
  if (content !== undefined) writeFileSync(file, content, { mode: 0o600 });
  return file;
}

describe('writing a log', () => {
  test('makes a private file with the first line and tells where each text is', () => {
    const file = logFile();
    const writer = new JobLogWriter(file);
    expect(() => statSync(file)).toThrow('ENOENT');
    expect(writer.append('ünö\n')).toEqual({ start: 0, end: 6 });
    expect(writer.append('two\n')).toEqual({ start: 6, end: 10 });
    writer.close();
    expect(readFileSync(file, 'utf8')).toBe('ünö\ntwo\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('goes on at the end of what an earlier writer left', () => {
    const file = logFile('one\n');
    const writer = new JobLogWriter(file);
    expect(writer.append('two\n')).toEqual({ start: 4, end: 8 });
    writer.close();
    expect(writer.append('late\n')).toEqual({ start: 0, end: 0 });
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  });

  test('begins on a line of its own where an earlier writer was cut off in the middle of one', () => {
    const file = logFile('one\ntw');
    const writer = new JobLogWriter(file);
    expect(writer.append('three\n')).toEqual({ start: 7, end: 13 });
    writer.close();
    expect(readFileSync(file, 'utf8')).toBe('one\ntw\nthree\n');
  });

  test('goes on with whole lines after the disk was full in the middle of one', () => {
    const file = logFile();
    const writer = new JobLogWriter(file);
    writer.append('one\n');
    vi.mocked(writeSync)
      .mockImplementationOnce((descriptor) => appendPart(descriptor, 'tw'))
      .mockImplementationOnce(() => {
        throw new Error('ENOSPC: no space left on device');
      });
    expect(writer.append('two\n')).toEqual({ start: 6, end: 6 });
    expect(writer.append('three\n')).toEqual({ start: 7, end: 13 });
    writer.close();
    expect(readFileSync(file, 'utf8')).toBe('one\ntw\nthree\n');
  });

  test('never throws; the first error is reported, once', () => {
    const errors: unknown[] = [];
    const writer = new JobLogWriter(path.join(tempDir(), 'missing', 'job.log'), {
      onError: (error) => errors.push(error),
    });
    expect([writer.append('a\n'), writer.append('b\n')]).toEqual([
      { start: 0, end: 0 },
      { start: 0, end: 0 },
    ]);
    writer.close();
    expect(errors).toHaveLength(1);
    expect(String(errors[0])).toContain('ENOENT');
  });
});

describe('a log that becomes too long', () => {
  const MAX_BYTES = 2_000;
  const line = (n: number) => `line ${n} ${'x'.repeat(80)}\n`;

  function linesOf(text: string): number[] {
    return [...text.matchAll(/^line (\d+) /gmu)].map(([, n]) => Number(n));
  }

  test('is begun anew, says so, and keeps what came before in a part of its own', () => {
    const file = logFile();
    const writer = new JobLogWriter(file, { maxBytes: MAX_BYTES });
    const ranges = Array.from({ length: 15 }, (_, n) => writer.append(line(n)));
    writer.close();
    const [older, newer] = [readFileSync(olderPartOf(file), 'utf8'), readFileSync(file, 'utf8')];
    expect(linesOf(older + newer)).toEqual(Array.from({ length: 15 }, (_, n) => n));
    expect(newer).toMatch(
      /^\[\d{4}-\S+Z\] The log was too long and goes on here: what came before is in "job.log.1"\.\n/u,
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // Where a text is holds for the file as it was then; with two of them it says nothing.
    expect(ranges[0]).toEqual({ start: 0, end: line(0).length });
    expect(ranges.at(-1)).toBeNull();
  });

  test('never takes more room than its limit, keeps the last of it, and says that some of it is gone', () => {
    const file = logFile();
    const writer = new JobLogWriter(file, { maxBytes: MAX_BYTES });
    for (let n = 0; n < 500; n += 1) {
      writer.append(line(n));
      const sizes = [file, olderPartOf(file)].map((part) => (existsSync(part) ? statSync(part).size : 0));
      expect((sizes[0] ?? 0) + (sizes[1] ?? 0)).toBeLessThanOrEqual(MAX_BYTES + 300);
    }
    writer.close();
    const { text } = restOf(readerOf(file));
    const kept = linesOf(text);
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, n) => 500 - kept.length + n));
    expect(kept.length).toBeGreaterThan(8);
    expect(text).toContain('"job.log.1"; what was there before has been dropped.');
  });

  test('is no longer than one text when that alone is too long, and divides none', () => {
    const file = logFile();
    const writer = new JobLogWriter(file, { maxBytes: MAX_BYTES });
    const huge = `${'y'.repeat(5_000)}\n`;
    for (const text of [huge, line(1), huge]) writer.append(text);
    writer.close();
    expect(readFileSync(file, 'utf8').endsWith(huge)).toBe(true);
    expect(linesOf(readFileSync(olderPartOf(file), 'utf8'))).toEqual([1]);
  });

  test('is followed without loss or repetition, however often it is begun anew', () => {
    const file = logFile();
    const writer = new JobLogWriter(file, { maxBytes: MAX_BYTES });
    const [eager, lazy, late] = [readerOf(file), readerOf(file), readerOf(file, 2)];
    let [all, some, last] = ['', '', ''];
    for (let n = 0; n < 200; n += 1) {
      writer.append(line(n));
      all += restOf(eager).text;
      if (n % 7 === 0) some += restOf(lazy).text;
      if (n >= 100) last += restOf(late).text;
    }
    some += restOf(lazy).text;
    writer.close();
    const whole = Array.from({ length: 200 }, (_, n) => n);
    expect([linesOf(all), linesOf(some)]).toEqual([whole, whole]);
    expect(linesOf(last)).toEqual(whole.slice(99));
    expect(all).toBe(some);
  });

  test('tells a reader that was too slow that something is gone', () => {
    const file = logFile();
    const writer = new JobLogWriter(file, { maxBytes: MAX_BYTES });
    const reader = readerOf(file);
    writer.append(line(0));
    expect(restOf(reader).gap).toBe(false);
    for (let n = 1; n < 100; n += 1) writer.append(line(n));
    const { text, gap } = restOf(reader);
    expect(gap).toBe(true);
    expect(linesOf(text).at(-1)).toBe(99);
    expect(reader.next()).toEqual({ text: '', gap: false });
    writer.close();
  });

  test('is read to its end where the broker was killed between the two steps of beginning anew', () => {
    const file = logFile();
    writeFileSync(olderPartOf(file), 'one\n', { mode: 0o600 });
    const reader = readerOf(file);
    expect(reader.next()).toEqual({ text: 'one\n', gap: false });
    writeFileSync(file, 'two\n', { mode: 0o600 });
    expect(reader.next()).toEqual({ text: 'two\n', gap: false });
  });

  test('is never read in larger pieces than a limit, and no character is divided', () => {
    const file = logFile(`x${'漢'.repeat(MAX_READ_BYTES)}\n`);
    const reader = readerOf(file);
    const pieces: string[] = [];
    for (let { text } = reader.next(); text !== ''; { text } = reader.next()) pieces.push(text);
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(MAX_READ_BYTES);
    expect(pieces.join('') === readFileSync(file, 'utf8')).toBe(true);
  });

  test('that is begun anew while its older part is being read loses nothing', () => {
    const file = logFile();
    const long = `${'y'.repeat(2 * MAX_READ_BYTES)}\n`;
    const writer = new JobLogWriter(file, { maxBytes: 2 * long.length + 400 });
    const reader = readerOf(file);
    writer.append(line(0) + long);
    writer.append(line(1) + long);
    let { text } = reader.next();
    writer.append(line(2) + long);
    const rest = restOf(reader);
    text += rest.text;
    writer.close();
    expect(rest.gap).toBe(false);
    expect(linesOf(text)).toEqual([0, 1, 2]);
  });

  test('gives its last lines from both parts', () => {
    const file = logFile('three\nfour\n');
    writeFileSync(olderPartOf(file), 'one\ntwo\n', { mode: 0o600 });
    const last = (count: number) => restOf(readerOf(file, count)).text;
    expect([0, 1, 2, 3, 4, 9].map(last)).toEqual([
      '',
      'four\n',
      'three\nfour\n',
      'two\nthree\nfour\n',
      'one\ntwo\nthree\nfour\n',
      'one\ntwo\nthree\nfour\n',
    ]);
  });

  test('that is not there yet is followed from its first line on, whatever number of lines was asked for', () => {
    const file = logFile();
    const reader = readerOf(file, 0);
    expect(reader.next()).toEqual({ text: '', gap: false });
    writeFileSync(file, 'first\n');
    expect(reader.next().text).toBe('first\n');
  });
});
