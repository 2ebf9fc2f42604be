import { expect, test } from 'vitest';
import { lineFormat, type Style } from '../../../src/cli/logs/format.ts';
import type { LogLine } from '../../../src/cli/logs/job-lines.ts';

const A = 'task-0mk0000ab-aaaaaaaa';
const B = 'review-0mk0000ab-bbbbbbbb';
const TIME = '2026-01-01T12:00:00.000Z';
const PLAIN: Style = { json: false, labels: false, color: false, printable: (text) => text };
const CYAN_A = '\u001b[36maaaaaaaa\u001b[39m';
const YELLOW_B = '\u001b[33mbbbbbbbb\u001b[39m';

const LINES: readonly LogLine[] = [
  { jobId: A, time: TIME, text: 'Running command: ls', block: null },
  { jobId: B, time: TIME, text: 'Assistant message', block: null },
  { jobId: B, time: TIME, text: 'First.', block: 'Assistant message' },
  { jobId: B, time: TIME, text: '', block: 'Assistant message' },
  { jobId: B, time: TIME, text: '  Second.', block: 'Assistant message' },
  { jobId: A, time: null, text: 'not ours', block: null },
];

const STAMP = `[${TIME}]`;

test.each<[string, Partial<Style>, string[]]>([
  [
    'as in the log',
    {},
    [`${STAMP} Running command: ls`, `${STAMP} Assistant message`, 'First.', '', '  Second.', 'not ours'],
  ],
  [
    'labelled',
    { labels: true },
    [
      `aaaaaaaa | ${STAMP} Running command: ls`,
      `bbbbbbbb | ${STAMP} Assistant message`,
      'bbbbbbbb |   First.',
      'bbbbbbbb |',
      'bbbbbbbb |     Second.',
      'aaaaaaaa | not ours',
    ],
  ],
  [
    'labelled in colour',
    { labels: true, color: true },
    [
      `${CYAN_A} | ${STAMP} Running command: ls`,
      `${YELLOW_B} | ${STAMP} Assistant message`,
      `${YELLOW_B} |   First.`,
      `${YELLOW_B} |`,
      `${YELLOW_B} |     Second.`,
      `${CYAN_A} | not ours`,
    ],
  ],
  ['as JSON, whatever else', { json: true, labels: true, color: true }, LINES.map((line) => JSON.stringify(line))],
])('%s', (_what, style, printed) => {
  const format = lineFormat({ ...PLAIN, ...style });
  expect(LINES.map(format)).toEqual(printed.map((line) => `${line}\n`));
});

test('what Codex wrote is made printable, and what we put in front of it stays', () => {
  const format = lineFormat({ ...PLAIN, labels: true, color: true, printable: (text) => text.toUpperCase() });
  expect(LINES.slice(0, 1).map(format)).toEqual([`${CYAN_A} | ${STAMP} RUNNING COMMAND: LS\n`]);
});
