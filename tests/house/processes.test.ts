import { expect, test } from 'vitest';
import { sources } from './sources.ts';

// On Windows each process that is started from one without a console opens a window, unless it is told not to.

const starters = sources().filter(({ text }) => /^import (?!type ).* from 'node:child_process'/mu.test(text));

const START = /(?<![.\w])(?:(?:exec|execFile|spawn)(?:Sync)?|fork|promisify\(\w+\))\(/gu;

test('only these files start processes', () => {
  expect(starters.map(({ file }) => file)).toEqual([
    'src/broker/child/process.ts',
    'src/broker/successor.ts',
    'src/cli/hooks/session-end.ts',
    'src/client/daemon.ts',
    'src/client/runtime-packages.ts',
    'src/status/process-table.ts',
    'src/util/bounded-process.ts',
    'src/util/process-tree.ts',
  ]);
});

test.each(starters)('each process that $file starts is hidden on Windows', ({ text }) => {
  const starts = text.match(START)?.length ?? 0;
  expect(starts).toBeGreaterThan(0);
  expect(text.split('windowsHide: true').length - 1).toBe(starts);
});

test('only these files send signals', () => {
  const senders = sources().filter(({ text }) => /^(?!\s*(?:\*|\/\/)).*process\.kill\(/mu.test(text));
  expect(senders.map(({ file }) => file)).toEqual([
    'src/status/process-table.ts',
    'src/util/own-signals.ts',
    'src/util/process-tree.ts',
  ]);
});

test('only job control knows the signals that Windows does not have', () => {
  const unknown = sources().filter(({ text }) => /'SIG(?:TSTP|STOP|CONT|USR1|USR2|CHLD|PIPE|ALRM)'/u.test(text));
  expect(unknown.map(({ file }) => file)).toEqual([
    'src/cli/approve.ts',
    'src/terminal/job-control.ts',
    'src/util/own-signals.ts',
  ]);
});
