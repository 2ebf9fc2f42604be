import { expect, test } from 'vitest';
import { about } from '../../../src/cli/doctor/finding.ts';
import { renderDoctor } from '../../../src/cli/doctor/render.ts';

const ESC = String.fromCharCode(27);
const PLAIN = { unicode: false, color: false, columns: null };
const findings = [
  about('node', 'Node').ok('v20'),
  about('environment', 'Environment').note('a proxy'),
  about('state.modes', 'State').warning('open', 'close it', { apply: async () => '' }),
  about('codex.login', 'Login').problem(`not${ESC}[31m logged in`, 'run "codex login"'),
];

test('plain lines are aligned, in ASCII, and control sequences are taken out', () => {
  expect(renderDoctor({ findings, fixed: [] }, null, PLAIN)).toBe(
    [
      'ok   Node         v20',
      'note Environment  a proxy',
      'warn State        open',
      '                  -> close it',
      'FAIL Login        not logged in',
      '                  -> run "codex login"',
      '',
      '1 problem, 1 warning. "doctor --fix" takes care of 1 of them.',
      '',
    ].join('\n'),
  );
});

test('a terminal gets marks, and lines that fit', () => {
  const long = [about('codex', 'Codex').problem('word '.repeat(30), 'mend it')];

  const text = renderDoctor({ findings: long, fixed: [] }, null, { unicode: true, color: false, columns: 60 });

  expect(text.split('\n').every((line) => line.length <= 60)).toBe(true);
  expect(text).toMatch(/^✗ Codex {2}word word .*\n {9}word/u);
  expect(text).toContain('\n         → mend it\n');
});

test('colours are for marks and remedies', () => {
  const text = renderDoctor({ findings, fixed: [] }, null, { unicode: true, color: true, columns: null });

  expect(text).toContain(`${ESC}[31m✗${ESC}[39m Login`);
  expect(text).toContain(`${ESC}[32m✓${ESC}[39m Node`);
  expect(text).not.toContain(`${ESC}[31m logged`);
});

test('what was mended is told, what could not be with its reason', () => {
  const fixed = [
    { id: 'a', title: 'A', ok: true, detail: 'Mended a' },
    { id: 'b', title: 'B', ok: false, detail: 'disk full' },
  ];

  const text = renderDoctor({ findings: [about('node', 'Node').ok('v20')], fixed }, null, PLAIN);

  expect(text).toContain('Fixed:\nok   Mended a\nFAIL B: disk full\n');
  expect(text).toContain('No problem found.');
});

test('what --fix has just tried in vain is not offered again', () => {
  const fixed = [{ id: 'state.modes', title: 'State', ok: false, detail: 'read-only' }];

  expect(renderDoctor({ findings, fixed }, null, PLAIN)).toMatch(/^1 problem, 1 warning\.$/mu);
});

test('the archive is told with all that is in it', () => {
  const archive = {
    file: '/tmp/a.tar.gz',
    bytes: 2_048,
    entries: [
      { name: 'README.txt', bytes: 10 },
      { name: 'jobs.json', bytes: 1_536 },
    ],
    leftOut: ['brokers/key.log'],
  };

  expect(renderDoctor({ findings, fixed: [] }, archive, PLAIN)).toContain(
    [
      'Wrote "/tmp/a.tar.gz" (2 KiB, for you only). Look at it before you pass it on:',
      '  README.txt  10 bytes',
      '  jobs.json   1.5 KiB',
      '  brokers/key.log: left out, since there would be too much',
    ].join('\n'),
  );
});
