import { expect, test } from 'vitest';
import { exists, readJson } from './files.ts';

const PROGRAM = `\${CLAUDE_PLUGIN_ROOT}/bin/codex-companion.cjs`;

test('each hook is a program with its arguments, of which no shell makes anything else, and has its time', () => {
  const { hooks } = readJson('plugin/hooks/hooks.json');
  expect(hooks).toEqual({
    SessionStart: [{ hooks: [hook('session-start', 5)] }],
    UserPromptSubmit: [{ hooks: [hook('user-prompt-submit', 5)] }],
    Stop: [{ hooks: [hook('stop', 900)] }],
    SessionEnd: [{ hooks: [hook('session-end', 5)] }],
  });
  expect(exists('plugin/bin/codex-companion.cjs')).toBe(true);
});

function hook(event: string, timeout: number) {
  return { type: 'command', command: 'node', args: [PROGRAM, 'hook', event], timeout };
}
