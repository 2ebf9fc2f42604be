import { describe, expect, it } from 'vitest';
import { commandText, isVerification } from '../../src/codex/command-text.ts';
import { labelOf, phaseOf } from '../../src/codex/describe.ts';
import { parseItem } from '../../src/codex/items.ts';

describe('labelOf and phaseOf', () => {
  it.each([
    [{ type: 'commandExecution', command: "/bin/bash -lc 'cargo build'" }, 'command: cargo build', 'verifying'],
    [{ type: 'commandExecution', command: 'cat tests/a.ts' }, 'command: cat tests/a.ts', 'investigating'],
    [{ type: 'fileChange', changes: [{ path: 'a.txt' }] }, 'file change: a.txt', 'editing'],
    [
      { type: 'fileChange', changes: [{ path: 'a' }, { path: 'b' }, { path: 'c' }] },
      'file change: a and 2 more',
      'editing',
    ],
    [{ type: 'fileChange' }, 'file change', 'editing'],
    [{ type: 'mcpToolCall', server: 'github', tool: 'search' }, 'tool: github.search', 'investigating'],
    [{ type: 'dynamicToolCall', namespace: null, tool: 'look' }, 'tool: look', 'investigating'],
    [{ type: 'webSearch', query: 'node\n20' }, 'web search: node 20', 'investigating'],
    [{ type: 'subAgentActivity', agentPath: '/root/sub1' }, 'sub-agent: /root/sub1', 'running'],
    [{ type: 'collabAgentToolCall', tool: 'wait' }, 'sub-agent: wait', 'running'],
    [{ type: 'agentMessage', text: 'x' }, 'message', 'finalizing'],
    [{ type: 'agentMessage', text: 'x', phase: 'commentary' }, 'message', 'running'],
    [{ type: 'reasoning' }, 'reasoning', 'thinking'],
    [{ type: 'enteredReviewMode' }, 'review', 'reviewing'],
    [{ type: 'imageGeneration' }, 'image generation', 'running'],
  ])('says what %j is', (value, label, phase) => {
    const item = parseItem(value);
    if (item === null) throw new Error('the item cannot be read');
    expect([labelOf(item), phaseOf(item)]).toEqual([label, phase]);
  });

  it('keeps a long or dangerous command to one safe line of 200 characters', () => {
    const item = parseItem({ type: 'commandExecution', command: `bash -lc 'echo \u001b[31m${'x'.repeat(500)}\nls'` });
    const label = item === null ? '' : labelOf(item);
    expect(label).toMatch(/^command: echo x+…$/u);
    expect(label).toHaveLength('command: '.length + 200);
  });
});

describe('commandText', () => {
  it.each([
    ["/bin/bash -lc 'ls -la'", 'ls -la'],
    ['/usr/bin/zsh -lc ls', 'ls'],
    ['bash -lc "echo \\"hi\\" \\$HOME"', 'echo "hi" $HOME'],
    [`bash -lc 'it'"'"'s'`, "it's"],
    [`bash -lc 'it'\\''s'`, "it's"],
    ["bash -lc 'one\ntwo'", 'one two'],
    ["bash -lc 'unbalanced", "'unbalanced"],
    ["bash -lc 'a' b", "'a' b"],
    ['npm test', 'npm test'],
    ['bash script.sh', 'bash script.sh'],
    ['', ''],
  ])('of %j is %j', (command, expected) => {
    expect(commandText(command)).toBe(expected);
  });
});

describe('commandText of a command as long as a line may be', () => {
  const [quote, size] = ['"', 16 * 1024 * 1024];
  it.each([
    ['in quotes', `bash -lc ${quote}${'a'.repeat(size)}${quote}`],
    ['of quotes', `bash -lc ${quote.repeat(size)}`],
    ['of escapes', `bash -lc ${'\\'.repeat(size / 2)}`],
    ['of options', `sh ${'-c '.repeat(size / 3)}`],
    ['of white space', `bash -lc ${' '.repeat(size)}`],
  ])('%s is its beginning', (_, command) => {
    expect(commandText(command).length).toBeLessThanOrEqual(200);
  });
});

describe('isVerification', () => {
  it.each([
    'npm test',
    'npm run build',
    'npm run test:unit -- --watch=false',
    'pnpm lint',
    'npx vitest run',
    'npx --yes tsc -p .',
    'cd app && cargo clippy',
    'CI=1 go test ./...',
    'python3 -m pytest -q',
    'node --test',
    './gradlew check',
    'make',
    './node_modules/.bin/biome check',
    'git diff; npm run typecheck',
  ])('is true of %s', (command) => {
    expect(isVerification(command)).toBe(true);
  });

  it.each([
    'ls build',
    'cat tests/a.test.ts',
    'rg "npm test"',
    'git status',
    'echo make',
    'node server.js',
    'npm install',
  ])('is false of %s', (command) => {
    expect(isVerification(command)).toBe(false);
  });
});
