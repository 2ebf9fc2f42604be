import { describe, expect, test } from 'vitest';
import { type Private, privateHere, redactJson, redactor } from '../../../../src/cli/doctor/bundle/redact.ts';

const PRIVATE: Private = {
  homes: ['/home/alice', '/data/homes/alice'],
  names: ['alice', 'desk-7.example.org', 'root'],
  secrets: ['hunter2!', 'short'],
};
const redact = redactor(PRIVATE);

// Made up, and put together here so that nobody's scanner takes them for real ones.
const AFTER = 'abcdefghij0123456789ABCDEFGHIJ';
const KEYS = {
  OpenAI: `sk-proj-${AFTER}`,
  Anthropic: `sk-ant-${AFTER}`,
  GitHub: `ghp_${AFTER}`,
  'GitHub, fine-grained': `github_pat_${AFTER}`,
  GitLab: `glpat-${AFTER}`,
  Slack: `xoxb-${AFTER}`,
  AWS: `AKIA${AFTER.slice(10, 26)}`,
  Google: `AIza${AFTER}`,
  npm: `npm_${AFTER}`,
  'Hugging Face': `hf_${AFTER}`,
  'a web token': `eyJ${AFTER}.eyJ${AFTER}.${AFTER}`,
  'a UUID': '123e4567-e89b-42d3-a456-426614174000',
  'a hash': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'base64 with slashes': 'aGVsbG8/d29ybGQ/aGVsbG8/d29ybGQ/MTIzNDU2Nzg5/YWJj==',
};

describe('what looks like a secret is taken out', () => {
  test.each(Object.entries(KEYS))('%s', (_name, key) => {
    for (const text of [key, `a ${key} b`, `"${key}"`, `x=${key}`, `/path/${key}/more`, `${key}\nnext`]) {
      const clean = redact(text);
      expect(clean).not.toContain(key);
      expect(clean).not.toContain(key.slice(-12));
      expect(clean).toContain('<secret>');
    }
  });

  test.each([
    ['Authorization: Bearer abc.def-1', 'abc.def'],
    ['proxy-authorization: basic dXNlcjpw', 'dXNlcjpw'],
    ['https://bob:pass@proxy.example/x', 'bob:pass'],
    ['https://api.example/x?key=v1&token=v2', 'v2'],
    ['password=correct-horse', 'correct-horse'],
    ['"apiKey": "plain"', 'plain'],
    ["client_secret='plain'", 'plain'],
    ['-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----', 'MIIB'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl', 'b3Bl'],
    ['mail to jane.doe+x@mail.example.co.uk now', 'jane.doe'],
  ])('%j', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  test('a value of the environment that is called a secret, wherever it stands', () => {
    expect(redact('it said hunter2! twice: hunter2!')).toBe('it said <secret> twice: <secret>');
    // Too short to be told from a word.
    expect(redact('a short one')).toBe('a short one');
  });
});

describe('who it was', () => {
  test.each([
    ['/home/alice/project/a.ts', '~/project/a.ts'],
    ['in "/data/homes/alice"', 'in "~"'],
    ['/home/alice2/x', '/home/alice2/x'],
    ['Alice on desk-7.example.org', '<name> on <name>'],
    ['/var/alice/x and alice_b', '/var/<name>/x and <name>_b'],
    ['malice', 'malice'],
    ['the workspace root', 'the workspace root'],
  ])('%s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });
});

test.each([
  'Cannot write "/var/lib/x/active/task-0mwvihaql-abcdefgh.json": ENOSPC: no space left on device, write',
  '[2026-01-01T00:00:00.000Z] info broker-t6v6l0a7 (pid 18601) serves "/work/repo" with "/usr/bin/codex"',
  'codex-cli 0.169.0; Linux 6.18.44; review-0mwvihaql-abcdefgh; x86_64-unknown-linux-musl',
  '    at Broker.serve (/opt/codex-companion/dist/broker.mjs:1234:56)',
])('what helps stays: %s', (text) => {
  expect(redact(text)).toBe(text);
});

test('every text in a value passes, and nothing else is changed', () => {
  const value = { mail: 'a@b.example', list: ['/home/alice', 1, null, true], deep: { password: 'password=x1' } };
  expect(redactJson(value, redact)).toEqual({
    mail: '<mail>',
    list: ['~', 1, null, true],
    deep: { password: 'password=<secret>' },
  });
});

test('what is private here is found out from the environment and the system', () => {
  const { secrets, homes, names } = privateHere({ OPENAI_API_KEY: 'k1', GITHUB_TOKEN: 't1', PATH: '/bin', HOME: '/x' });
  expect(secrets).toEqual(['k1', 't1']);
  expect(homes.length).toBeGreaterThan(0);
  expect(names.length).toBeGreaterThan(0);
});

test('a long text without any of it is looked through in no time', () => {
  const long = 'a'.repeat(200_000);
  const mails = 'a@'.repeat(50_000);
  const addresses = 'x://'.repeat(50_000);
  for (const text of [long, mails, addresses]) expect(redact(text).length).toBeGreaterThan(0);
}, 5_000);
