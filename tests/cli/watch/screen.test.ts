import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogPlace, Mode, WatchModel } from '../../../src/cli/watch/model.ts';
import { screen } from '../../../src/cli/watch/screen.ts';
import type { Fact } from '../../../src/contract/fact.ts';
import { paintWith } from '../../../src/terminal/paint.ts';
import { widthOf } from '../../../src/terminal/text.ts';
import { busyWorkspace, jobAfter, modelOf, NOW, STARTED, watched } from './models.ts';

function drawn(model: WatchModel, columns: number, rows: number): string[] {
  return screen(model, { columns, rows, nowMs: NOW, paint: paintWith(false) });
}

/** For a literal: lines end where their text ends. */
function picture(model: WatchModel, columns: number, rows: number): string {
  return `\n${drawn(model, columns, rows)
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

const busy = modelOf(busyWorkspace());

test('200 columns: what each job does, and what it is about', () => {
  expect(picture(busy, 200, 16)).toMatchInlineSnapshot(`
    "
      /home/ada/src/parser                                                                                                                                                               2 running, 1 queued

      JOB       KIND    STATE              TIME     IDLE  ENDS           TOKENS  DOING                                                         SUMMARY
    › aaaaaaaa  task    verifying         12:07     0:42  hard 17:52      48.2K  $ npm test -- login (0:42)                                    Fix the login test
      bbbbbbbb  task    asking             5:00     0:03  idle 0:59              a command: make install                                       日本語のテストを直す 👩‍👩‍👧 👍🏽
      cccccccc  task    waiting           10:00                                  for bbbbbbbb: writes to the same working tree                 Then tidy up

      dddddddd  task    failed            10:00           5m ago                 idle_timeout: Codex made no progress                          Look at it
      eeeeeeee  review  completed         12:20           2h ago                                                                               Nothing to see.



      task-000000001-aaaaaaaa · Codex Task · read-only
      Fix the login test
      $ npm test -- login (0:42)
      ↑↓ select   enter log   c cancel   ? help   q quit
    "
  `);
});

test('100 columns: one of the two', () => {
  expect(picture(busy, 100, 16)).toMatchInlineSnapshot(`
    "
      /home/ada/src/parser                                                           2 running, 1 queued

      JOB       KIND    STATE             TIME   IDLE  ENDS         TOKENS  DOING
    › aaaaaaaa  task    verifying        12:07   0:42  hard 17:52    48.2K  $ npm test -- login (0:42)
      bbbbbbbb  task    asking            5:00   0:03  idle 0:59            a command: make install
      cccccccc  task    waiting          10:00                              for bbbbbbbb: writes to the…

      dddddddd  task    failed           10:00         5m ago               idle_timeout: Codex made no…
      eeeeeeee  review  completed        12:20         2h ago               Nothing to see.



      task-000000001-aaaaaaaa · Codex Task · read-only
      Fix the login test
      $ npm test -- login (0:42)
      ↑↓ select   enter log   c cancel   ? help   q quit
    "
  `);
});

test('60 columns and 10 rows: no air, fewer columns', () => {
  expect(picture(busy, 60, 10)).toMatchInlineSnapshot(`
    "
      /home/ada/src/parser                   2 running, 1 queued
      JOB       STATE            TIME  ENDS         DOING
    › aaaaaaaa  verifying       12:07  hard 17:52   $ npm test …
      bbbbbbbb  asking           5:00  idle 0:59    a command: …
      cccccccc  waiting         10:00               for bbbbbbb…
      dddddddd  failed          10:00  5m ago       idle_timeou…
      eeeeeeee  completed       12:20  2h ago       Nothing to …


      ↑↓ select   enter log   c cancel   ? help   q quit
    "
  `);
});

test('30 columns and 4 rows: the rows around the selected one', () => {
  const model = modelOf(busyWorkspace(), { ui: { ...busy.ui, selectedId: 'task-000000001-dddddddd' } });
  expect(picture(model, 30, 4)).toMatchInlineSnapshot(`
    "
      …parser  2 running, 1 queued
      cccccccc waiting       10:00
    › dddddddd failed        10:00
      c cancel   ? help   q quit
    "
  `);
});

test.each(['200x40', '100x40', '60x40', '30x40', '200x10', '100x4', '60x4', '12x3', '1x1', '0x0'])(
  'a screen of %s is never wider nor higher than that, whatever it shows',
  (size) => {
    const [columns = 0, rows = 0] = size.split('x').map(Number);
    for (const mode of MODES) expectToFit(modelOf(busyWorkspace(), { ui: { ...busy.ui, mode } }), columns, rows);
  },
);

const MODES: readonly Mode[] = [
  { id: 'table' },
  { id: 'help' },
  { id: 'confirmCancel', jobId: 'task-000000001-aaaaaaaa' },
  { id: 'log', jobId: 'task-000000001-aaaaaaaa', end: null },
  { id: 'log', jobId: 'task-000000001-aaaaaaaa', end: { line: 1, rows: 1 } },
];

const letters = fc.string({ unit: 'grapheme', maxLength: 60 });
const controls = fc.constantFrom('\u001b[2J', '\u001b]0;t\u0007', '\u0007', '\u009b31m', '\r', '\n', '\t', '\u202e');
const text = fc.array(fc.oneof(letters, controls), { maxLength: 8 }).map((parts) => parts.join(''));

test('words of any kind neither break out of their cells nor reach the terminal as anything but words', () => {
  const property = fc.property(
    fc.record({ summary: text, line: text, notice: text, workspace: text }),
    fc.record({ columns: fc.integer({ min: 1, max: 220 }), rows: fc.integer({ min: 1, max: 50 }) }),
    fc.constantFrom(...MODES),
    ({ summary, line, notice, workspace }, { columns, rows }, mode) => {
      const jobs = [
        watched(jobAfter('aaaaaaaa', { summary }, [5, STARTED], [1, started(line)]), { runningMs: 5_000 }),
        watched(jobAfter('bbbbbbbb', {}, [5, STARTED], [1, { type: 'job.completed', finalMessage: line }])),
      ];
      const ui = { ...busy.ui, mode, notice };
      expectToFit(modelOf(jobs, { workspace, ui, log: { first: 0, lines: [line, line] } }), columns, rows);
    },
  );
  fc.assert(property, { numRuns: 300 });
});

function started(label: string) {
  const fact: Fact = { kind: 'itemStarted', itemId: 'i', label, phase: 'running', command: false };
  return { type: 'job.progressed' as const, facts: [fact] };
}

function expectToFit(model: WatchModel, columns: number, rows: number): void {
  const lines = drawn(model, columns, rows);
  expect(lines).toHaveLength(rows);
  for (const line of lines) {
    expect(widthOf(line)).toBeLessThanOrEqual(columns);
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
  }
}

test('a workspace in which nothing was done yet says what to do', () => {
  expect(picture(modelOf([], { link: { id: 'none', why: null } }), 80, 12)).toMatchInlineSnapshot(`
    "
      /home/ada/src/parser                                  no broker · nothing runs

      No jobs yet. What you hand over appears here:

        codex-companion task --background "Why does the login test fail?"
        codex-companion review --background





      ? help   q quit
    "
  `);
});

test.each([
  [{ id: 'none', why: null } as const, 'no broker', 'No broker runs; the next job starts one'],
  [{ id: 'none', why: 'The app-server exited' } as const, 'no broker', 'The broker has ended (The app-server exited)'],
  [{ id: 'silent' } as const, 'broker does not respond', 'The broker does not respond; this is what it said last'],
  [{ id: 'incompatible' } as const, 'broker of another version', 'The broker is of another version; this is what the'],
])('what became of the broker is said beside the jobs, and in a sentence: %o', (link, word, sentence) => {
  const [header, second] = drawn(modelOf(busyWorkspace(), { link }), 100, 20);
  expect(header).toContain(`${word} · 2 running, 1 queued`);
  expect(second).toContain(sentence);
});

test('without a keyboard there are no keys to name', () => {
  expect(
    drawn(modelOf(busyWorkspace(), { keys: false }), 100, 10)
      .at(-1)
      ?.trim(),
  ).toBe('ctrl-c quit');
});

test('what is cancelled is named, and the question stays however narrow it is', () => {
  const ui = { ...busy.ui, mode: { id: 'confirmCancel', jobId: 'task-000000001-aaaaaaaa' } } as const;
  const asked = (columns: number) => drawn(modelOf(busyWorkspace(), { ui }), columns, 10).at(-1)?.trim();
  expect(asked(80)).toBe('Cancel aaaaaaaa: Fix the login test? [y/N]');
  expect(asked(24)).toBe('Cancel aaaaaaa…? [y/N]');
});

test('whose jobs they are is said where there are sessions, and which key changes it', () => {
  const own = drawn(modelOf(busyWorkspace(), { sessionId: 's' }), 100, 10);
  expect([own[0], own.at(-1)].join()).toMatch(/this session · 2 running.*a all sessions/su);
  const all = drawn(modelOf(busyWorkspace(), { sessionId: 's', ui: { ...busy.ui, allSessions: true } }), 100, 10);
  expect([all[0], all.at(-1)].join()).toMatch(/all sessions · 2 running.*a this session/su);
});

const log = {
  first: 7,
  lines: [
    '[2026-01-01T12:00:00.000Z] Queued: Fix the login test',
    '[2026-01-01T12:00:01.000Z] Assistant message',
    'First\tsecond \u001b[31mred\u001b[0m and so on until the line is longer than the screen',
    '[2026-01-01T12:00:02.000Z] Running command: npm test -- login, and a lot of other things that do not fit',
  ],
};

test('a log is folded, follows its end, and says how much there is below', () => {
  const inLog = (end: LogPlace | null) => ({
    ...busy,
    log,
    ui: { ...busy.ui, mode: { id: 'log', jobId: 'task-000000001-aaaaaaaa', end } as const },
  });
  const timeless = (end: LogPlace | null, rows: number) =>
    picture(inLog(end), 50, rows).replace(/\d\d:0(\d):/gu, 'hh:0$1:');
  expect(timeless(null, 9)).toMatchInlineSnapshot(`
    "
      aaaaaaaa verifying 12:07 · Fix the login test
      hh:00:00 Queued: Fix the login test
      hh:00:01 Assistant message
      First    second red and so on until the line is
      longer than the screen
      hh:00:02 Running command: npm test -- login, and
               a lot of other things that do not fit

      ↑↓ scroll   f follow   q back
    "
  `);
  expect(timeless(null, 5)).toMatchInlineSnapshot(`
    "
      aaaaaaaa verifying 12:07 · Fix the login test
      longer than the screen
      hh:00:02 Running command: npm test -- login, and
               a lot of other things that do not fit
      ↑↓ scroll   f follow   q back
    "
  `);
  // In the middle of a line; where there is less above than fits, at the beginning.
  for (const end of [
    { line: 9, rows: 1 },
    { line: 7, rows: 0 },
  ])
    expect(timeless(end, 5)).toMatchInlineSnapshot(`
      "
        aaaaaaaa verifying 12:07 · Fix th…  2 more below
        hh:00:00 Queued: Fix the login test
        hh:00:01 Assistant message
        First    second red and so on until the line is
        ↑↓ scroll   f follow   q back
      "
    `);
  expect(timeless({ line: 7, rows: 0 }, 9)).toBe(timeless(null, 9));
});
