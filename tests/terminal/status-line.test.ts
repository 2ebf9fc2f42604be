import { EventEmitter } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { cursorLeft, cursorUp, eraseDown, eraseEndLine } from 'ansi-escapes';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Status, StatusLine } from '../../src/terminal/status-line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGTSTP', 'SIGCONT', 'exit', 'uncaughtExceptionMonitor'] as const;

/** What a terminal is told: texts as they are, and where the cursor goes in words. */
class Terminal extends EventEmitter {
  columns = 40;
  written = '';

  write(text: string): boolean {
    this.written += text
      .replaceAll(cursorLeft, '<start>')
      .replaceAll(eraseDown, '<erase>')
      .replaceAll(eraseEndLine, '<rest>');
    return true;
  }

  /** Since the last time. */
  said(): string {
    const said = stripVTControlCharacters(this.written.replaceAll(cursorUp(1), '<up 1>'));
    this.written = '';
    return said.replaceAll(/[|/\\-] (?=\w)/gu, '* ');
  }
}

function startLine(first: Status | null = ['working 0:01', 'on it']) {
  const terminal = new Terminal();
  const shown = { status: first, mayDraw: true };
  const line = new StatusLine({
    output: terminal,
    status: () => shown.status,
    quiet: (text) => text,
    mayDraw: () => shown.mayDraw,
    glyphs: false,
  });
  line.start();
  return { terminal, shown, line };
}

test('what is over at once shows nothing', () => {
  const { terminal, line } = startLine();
  vi.advanceTimersByTime(149);
  line.draw();
  line.clear();
  line.stop();
  vi.advanceTimersByTime(1_000);
  expect(terminal.said()).toBe('');
});

test('the line is drawn over, makes room for others, and leaves nothing', () => {
  const { terminal, shown, line } = startLine();
  vi.advanceTimersByTime(150);
  expect(terminal.said()).toBe('<start>* working 0:01 · on it<rest>');
  line.clear();
  expect(terminal.said()).toBe('<start><erase>');
  shown.status = ['working 0:02', ''];
  line.draw();
  expect(terminal.said()).toBe('<start>* working 0:02<rest>');
  line.stop();
  line.stop();
  expect(terminal.said()).toBe('<start><erase>');
  vi.advanceTimersByTime(1_000);
  expect(terminal.said()).toBe('');
});

test('it is never as wide as the terminal, and a folded one is erased whole', () => {
  const { terminal, shown, line } = startLine(['working 0:01', 'on something that takes more words than fit']);
  vi.advanceTimersByTime(150);
  const drawn = terminal.said();
  expect(drawn).toMatch(/…<rest>$/u);
  expect(drawn.replaceAll(/<\w+>/gu, '')).toHaveLength(39);
  shown.status = ['working', ''];
  terminal.columns = 20;
  terminal.emit('resize');
  expect(terminal.said()).toBe('<up 1><start><erase><start>* working<rest>');
  line.stop();
});

test('a frame waits for the news that the terminal is narrower, and no wide one is drawn on the folded line', () => {
  const { terminal, shown, line } = startLine(['working 0:01', 'on something that takes more words than fit']);
  vi.advanceTimersByTime(150);
  terminal.said();
  shown.status = ['working', ''];
  // Due in the same turn of the loop as the frame, and after it: as the signal of the system is.
  setTimeout(() => {
    terminal.columns = 20;
    terminal.emit('resize');
  }, 100);
  vi.advanceTimersByTime(101);
  expect(terminal.said()).toBe('<up 1><start><erase><start>* working<rest><start>* working<rest>');
  line.stop();
});

test('while somebody else has the terminal nothing is drawn', () => {
  const { terminal, shown, line } = startLine();
  vi.advanceTimersByTime(150);
  terminal.said();
  line.hold();
  expect(terminal.said()).toBe('<start><erase>');
  vi.advanceTimersByTime(1_000);
  expect(terminal.said()).toBe('');
  line.release();
  expect(terminal.said()).toContain('working');

  shown.mayDraw = false;
  line.clear();
  terminal.said();
  vi.advanceTimersByTime(1_000);
  expect(terminal.said()).toBe('');
  line.stop();
});

test('when there is nothing to say the line is gone', () => {
  const { terminal, shown, line } = startLine();
  vi.advanceTimersByTime(150);
  terminal.said();
  shown.status = null;
  vi.advanceTimersByTime(1_000);
  expect(terminal.said()).toBe('<start><erase>');
  line.stop();
});

test('nobody listens any more once it has stopped', () => {
  const before = SIGNALS.map((name) => process.listenerCount(name));
  const { terminal, line } = startLine();
  line.stop();
  expect(SIGNALS.map((name) => process.listenerCount(name))).toEqual(before);
  expect(terminal.listenerCount('resize')).toBe(0);
});
