import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JobEvent } from '../../src/contract/event.ts';
import type { Fact } from '../../src/contract/fact.ts';
import { NO_TOKENS } from '../../src/contract/usage.ts';
import { logLines, progressLines, progressPreview, readLog } from '../../src/status/log.ts';
import { JobLogWriter } from '../../src/status/log-writer.ts';
import { tempDir } from '../support/temp.ts';

const AT = '2026-01-01T12:00:00.000Z';
const jobId = 'task-0mk0000ab-abcdefgh';

function progressed(...facts: Fact[]): JobEvent {
  return { type: 'job.progressed', jobId, facts };
}

function logFile(content?: string): string {
  const file = path.join(tempDir(), 'job.log');
  if (content !== undefined) writeFileSync(file, content);
  return file;
}

describe('what is not a log', () => {
  test.each<[string, (file: string) => unknown]>([
    ['a symbolic link', (file) => symlinkSync(logFile('secret\n'), file)],
    ['a directory', (file) => mkdirSync(file)],
    ['a pipe', (file) => spawnSync('mkfifo', [file])],
  ])('%s is neither read nor written, and a preview does without it', (_what, make) => {
    const file = logFile();
    make(file);
    const errors: unknown[] = [];
    const writer = new JobLogWriter(file, { onError: (error) => errors.push(error) });
    expect(writer.append('line\n')).toEqual({ start: 0, end: 0 });
    writer.close();
    expect(errors).toHaveLength(1);
    expect(() => readLog(file)).toThrow(`Refusing to use "${file}"`);
    expect(progressPreview(file, 3)).toEqual([]);
  });
});

const resolved = { model: null, effort: null, sandbox: null, approvalPolicy: null, codexVersion: null };
const SINGLE: ReadonlyArray<readonly [JobEvent, string]> = [
  [{ type: 'job.threadReady', jobId, threadId: 't1', resolved }, 'Thread ready (t1).'],
  [{ type: 'job.turnStarted', jobId, turnId: 'u1' }, 'Turn started (u1).'],
  [
    { type: 'job.asked', jobId, question: { id: 'q', what: 'a command', subject: 'rm x', since: AT } },
    'Codex asks to be allowed a command: rm x',
  ],
  [
    { type: 'job.answered', jobId, questionId: 'q', decision: 'decline', by: 'nobody in time' },
    'Answered by nobody in time: decline.',
  ],
  [{ type: 'job.stopping', jobId, cause: 'idle_timeout' }, 'Stopping (idle_timeout).'],
  [
    progressed({ kind: 'itemStarted', itemId: 'i', label: 'command: npm test', phase: 'verifying', command: true }),
    'Running command: npm test',
  ],
  [
    progressed({ kind: 'itemStarted', itemId: 'i', label: 'command: cat message', phase: 'running', command: true }),
    'Running command: cat message',
  ],
  [
    progressed({ kind: 'itemStarted', itemId: 'i', label: 'main', phase: 'reviewing', command: false, said: true }),
    'Reviewer started: main',
  ],
  [
    progressed({ kind: 'commandCompleted', itemId: 'i', command: 'npm test', exitCode: 0, status: 'completed' }),
    'Command completed: npm test (exit 0)',
  ],
  [
    progressed({ kind: 'commandCompleted', itemId: 'i', command: 'npm test', exitCode: 1, status: 'failed' }),
    'Command failed: npm test (exit 1)',
  ],
  [
    progressed({ kind: 'filesChanged', itemId: 'i', paths: ['a.ts', 'b.ts'], status: 'completed' }),
    'File changes completed: a.ts, b.ts',
  ],
  [progressed({ kind: 'retrying', message: 'Reconnecting… 1/5' }), 'Retrying: Reconnecting… 1/5'],
  [progressed({ kind: 'itemEnded', itemId: 'i', label: 'tool: a.b', status: 'failed' }), 'Item failed: tool: a.b'],
];

describe('the lines of an event', () => {
  test.each(SINGLE)('%#: one stamped line in the log, the same words for who watches', (event, text) => {
    expect(logLines(event, AT)).toBe(`[${AT}] ${text}\n`);
    expect(progressLines(event)).toEqual([text]);
  });

  test('a start names what kind of job it is', () => {
    const process = { bootId: 'b', pid: 9, startTime: '1' };
    const event = { type: 'job.started', deadlineAt: null, broker: process, appServer: process } as const;
    expect(progressLines({ ...event, jobId, title: 'Codex Review' })).toEqual(['Starting Codex Review.']);
  });

  test('a message is a block in the log and one short line for who watches', () => {
    const event = progressed({ kind: 'messageCompleted', text: 'First.\n\nSecond.\n' });
    expect(logLines(event, AT)).toBe(`[${AT}] Assistant message\nFirst.\n\nSecond.\n`);
    expect(progressLines(event)).toEqual(['Assistant message: First. Second.']);
  });

  test.each<[JobEvent, string]>([
    [{ type: 'job.completed', jobId, finalMessage: 'All done' }, 'Final output\nAll done'],
    [{ type: 'job.cancelled', jobId, by: 'user', interruption: null }, 'Cancelled by user.'],
    [
      { type: 'job.failed', jobId, reason: 'turn_failed', message: 'no\nluck', interruption: null },
      'Failed (turn_failed): no luck',
    ],
  ])('an end is in the log, and no progress: who watches says it in words of their own', (event, text) => {
    expect(logLines(event, AT)).toBe(`[${AT}] ${text}\n`);
    expect(progressLines(event)).toEqual([]);
  });

  test('what says nothing has no lines', () => {
    const usage = { ...NO_TOKENS, totalTokens: 1, inputTokens: 1 };
    const thought = { itemId: 'r', label: 'reasoning', phase: 'thinking', command: false, said: true } as const;
    const commentary = { itemId: 'm', label: 'message', phase: 'running', command: false, said: true } as const;
    const edit = { itemId: 'f', label: 'file change: a.ts', phase: 'editing', command: false } as const;
    const review = { itemId: 'o', label: 'review output', phase: 'reviewing', command: false, said: true } as const;
    const begun = [thought, commentary, edit, review].map((item) => ({ kind: 'itemStarted', ...item }) as const);
    const renamed = { kind: 'turnRenamed', turnId: 'y' } as const;
    const words = { kind: 'messageStreamed', itemId: 'm', text: 'not yet' } as const;
    const done = { kind: 'itemEnded', itemId: 'i', label: 'tool: a.b', status: 'completed' } as const;
    expect(
      logLines(progressed({ kind: 'streamed' }, ...begun, renamed, words, { kind: 'usageUpdated', usage }, done), AT),
    ).toBe('');
  });

  test('terminal control sequences do not get into the log', () => {
    const text = 'safe\u001b[2J\u001b]0;owned\u0007 text';
    expect(logLines(progressed({ kind: 'messageCompleted', text }, { kind: 'noticed', message: text }), AT)).toBe(
      `[${AT}] Assistant message\nsafe text\n[${AT}] Notice: safe text\n`,
    );
  });

  test.each<[string, JobEvent, string]>([
    [
      'a thread',
      { type: 'job.threadReady', jobId, threadId: `t\u001b[2J1).\n[${AT}] Cancelled`, resolved },
      `Thread ready (t1). [${AT}] Cancelled).`,
    ],
    ['a turn', { type: 'job.turnStarted', jobId, turnId: '\u001b]0;owned\u0007u\r1' }, 'Turn started (u1).'],
  ])('the id of %s can neither write to a terminal nor make a line of its own', (_what, event, text) => {
    expect(logLines(event, AT)).toBe(`[${AT}] ${text}\n`);
    expect(progressLines(event)).toEqual([text]);
  });
});

describe('reading a log', () => {
  test('that does not exist gives nothing', () => {
    expect(readLog(logFile())).toEqual({ text: '', end: 0 });
    expect(progressPreview(logFile(), 3)).toEqual([]);
  });

  test.each([
    [{}, 'a\nb\nc\n'],
    [{ lastLines: 2 }, 'b\nc\n'],
    [{ lastLines: 9 }, 'a\nb\nc\n'],
    [{ lastLines: 0 }, ''],
    [{ fromByte: 2 }, 'b\nc\n'],
    [{ fromByte: 99 }, ''],
    [{ fromByte: 4, lastLines: 2 }, 'c\n'],
  ] as const)('with %j', (selection, text) => {
    expect(readLog(logFile('a\nb\nc\n'), selection)).toEqual({ text, end: 6 });
  });

  test('counts blank lines, and a last line without its newline', () => {
    expect(readLog(logFile('a\n\nb'), { lastLines: 2 }).text).toBe('\nb');
    expect(readLog(logFile('\n\n\n'), { lastLines: 2 }).text).toBe('\n\n');
    expect(readLog(logFile('\nx\n'), { lastLines: 2 }).text).toBe('\nx\n');
  });

  test('goes on where the last read ended, a half-written character included', () => {
    const file = logFile();
    const euro = Buffer.from('€');
    appendFileSync(file, Buffer.concat([Buffer.from('10 '), euro.subarray(0, 2)]));
    const first = readLog(file);
    expect(first).toEqual({ text: '10 ', end: 3 });
    appendFileSync(file, Buffer.concat([euro.subarray(2), Buffer.from('\n')]));
    expect(readLog(file, { fromByte: first.end })).toEqual({ text: '€\n', end: 7 });
  });

  test('of 2 GB takes no more than its last lines need', () => {
    const file = logFile();
    const size = 2 * 1024 ** 3;
    const descriptor = openSync(file, 'w');
    ftruncateSync(descriptor, size);
    const tail = `\n${'x'.repeat(100_000)}\n[${AT}] last\n`;
    writeSync(descriptor, tail, size);
    closeSync(descriptor);
    const { text, end } = readLog(file, { lastLines: 2 });
    expect(text).toBe(tail.slice(1));
    expect(end).toBe(size + tail.length);
    expect(progressPreview(file, 4)).toEqual(['last']);
  });
});

describe('the preview', () => {
  test('has the last plain lines without their time, and nothing of blocks', () => {
    const lines = ['Turn started (u1).', 'Running command: ls', 'Command completed: ls (exit 0)'];
    const block = logLines(progressed({ kind: 'messageCompleted', text: 'Hello\n[not a stamp] x' }), AT);
    const file = logFile(`${lines.map((line) => `[${AT}] ${line}\n`).join('')}${block}`);
    expect(progressPreview(file, 2)).toEqual(lines.slice(1));
    expect(progressPreview(file, 9)).toEqual(lines);
    expect(progressPreview(file, 0)).toEqual([]);
  });
});
