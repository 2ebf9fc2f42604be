import { describe, expect, it } from 'vitest';
import { type Line, LineDecoder } from '../../src/rpc/lines.ts';

const LIMIT = 1000;

describe('LineDecoder', () => {
  it('gives the same lines however the bytes are cut, also within a character', () => {
    const bytes = Buffer.from('{"a":"žluťoučký 🐎"}\n\n{"b":"日本語"}\n');
    const whole = new LineDecoder(LIMIT).push(bytes);
    for (let size = 1; size < bytes.length; size += 1) expect(inPieces(bytes, size)).toEqual(whole);
    expect(whole.map(text)).toEqual(['{"a":"žluťoučký 🐎"}', '', '{"b":"日本語"}']);
  });

  it('reports a line that is too long once, with how it begins, and goes on with the next', () => {
    const bytes = Buffer.from(`before\n${'x'.repeat(5000)}\nafter\n`);
    for (const size of [1, 7, 999, 5000, 10_000]) {
      const [before, long, after, ...more] = inPieces(bytes, size);
      expect([before, after, more]).toEqual([{ kind: 'line', text: 'before' }, { kind: 'line', text: 'after' }, []]);
      expect(long).toMatchObject({ kind: 'oversize', sample: expect.stringMatching(/^x{1,200}$/u) });
    }
  });

  it('takes a line of exactly the limit, and not one byte more', () => {
    const decoder = new LineDecoder(4);
    expect(decoder.push(Buffer.from('1234\n12345\n')).map((line) => line.kind)).toEqual(['line', 'oversize']);
    expect(
      decoder
        .push(Buffer.from('1234'))
        .concat(decoder.push(Buffer.from('\n')))
        .map(text),
    ).toEqual(['1234']);
  });

  it('keeps its memory when the newline never comes', () => {
    const decoder = new LineDecoder(1024 * 1024);
    const chunk = Buffer.alloc(65_536, 'x');
    const before = process.memoryUsage().arrayBuffers;
    const lines: Line[] = [];
    for (let sent = 0; sent < 256 * 1024 * 1024; sent += chunk.length) lines.push(...decoder.push(chunk));
    expect(lines).toHaveLength(1);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
  });

  it('hands over what was left without a newline at the end, unless that was too long', () => {
    const decoder = new LineDecoder(LIMIT);
    decoder.push(Buffer.from('one\ntwo'));
    expect(decoder.end()).toEqual([{ kind: 'line', text: 'two' }]);
    decoder.push(Buffer.alloc(2 * LIMIT, 'x'));
    expect(decoder.end()).toEqual([]);
  });

  it('does not keep a line that follows a dropped one in the same chunk from being read', () => {
    const decoder = new LineDecoder(10);
    decoder.push(Buffer.from('x'.repeat(20)));
    expect(decoder.push(Buffer.from('xxx\nok\n')).map(text)).toEqual(['ok']);
  });

  it('reads 100,000 lines, none of them twice', () => {
    const bytes = Buffer.from(
      `{"method":"item/agentMessage/delta","params":{"delta":"${'word '.repeat(10)}"}}\n`.repeat(100_000),
    );
    expect(inPieces(bytes, 65_536)).toHaveLength(100_000);
  });
});

function inPieces(bytes: Buffer, size: number): Line[] {
  const decoder = new LineDecoder(LIMIT);
  const lines: Line[] = [];
  for (let at = 0; at < bytes.length; at += size) lines.push(...decoder.push(bytes.subarray(at, at + size)));
  return lines;
}

function text(line: Line): string {
  return line.kind === 'line' ? line.text : `(${line.bytes} bytes)`;
}
