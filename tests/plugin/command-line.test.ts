import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { CLI } from '../support/rig.ts';
import { agents, commands, read, readJson, skills } from './files.ts';

const helps = new Map<string, string | null>();

/** The help of a command such as `task` or `broker restart`; null when there is none of that name. */
function helpOf(command: string): string | null {
  const known = helps.get(command);
  if (known !== undefined) return known;
  const words = command.split(' ');
  const { stdout } = spawnSync(process.execPath, [CLI, ...words, '--help'], { encoding: 'utf8' });
  const help = stdout.startsWith(`Usage: codex-companion ${command} `) ? stdout : null;
  helps.set(command, help);
  return help;
}

interface Use {
  readonly command: string;
  readonly flags: readonly string[];
}

/** Each `codex-companion …` that stands in code. Commands of a command, such as `broker restart`, are two words. */
function usesIn(markdown: string): Use[] {
  const code = [...markdown.matchAll(/```[\s\S]*?```|`[^`\n]+`/gu)].map(([text]) => text).join('\n');
  return [...code.matchAll(/codex-companion ([a-z-]+)([^`\n]*)/gu)].map(([, word = '', rest = '']) => {
    const [, second] = word === 'broker' ? (/^ ([a-z]+)/u.exec(rest) ?? []) : [];
    return { command: second === undefined ? word : `${word} ${second}`, flags: flagsIn(rest.replace(/<<.*/u, '')) };
  });
}

function flagsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w-])--?[a-z][a-z-]*/gu)].map(([flag]) => flag);
}

function expectThere({ command, flags }: Use): void {
  const help = helpOf(command);
  expect(help, `codex-companion ${command}`).not.toBeNull();
  for (const flag of flags) expect(flagsIn(help ?? ''), `codex-companion ${command} ${flag}`).toContain(flag);
}

describe.each([...commands(), ...agents(), ...skills()])('$file', ({ file, body }) => {
  test('names only commands and flags that there are', () => {
    const uses = usesIn(body);
    if (!/handling|prompting/u.test(file)) expect(uses).not.toEqual([]);
    for (const use of uses) expectThere(use);
  });
});

test('the README of the plugin names only commands and flags that there are', () => {
  for (const use of usesIn(read('plugin/README.md'))) expectThere(use);
});

test.each(
  commands()
    .filter(({ name }) => name !== 'rescue')
    .map(({ name, fields }) => [name, fields['argument-hint'] ?? ''] as const),
)('the arguments of /codex:%s are flags of its command', (command, hint) => {
  expectThere({ command, flags: flagsIn(hint) });
});

test('the flags of /codex:rescue that are for Codex are flags of task', () => {
  const hint = commands().find(({ name }) => name === 'rescue')?.fields['argument-hint'] ?? '';
  expectThere({ command: 'task', flags: flagsIn(hint).filter((flag) => flag !== '--wait') });
});

test('the flags in the tables of the skills and the lists of the agents are flags of task', () => {
  const listed = [...skills(), ...agents()].flatMap(({ body }) => [...body.matchAll(/^(?:\||-) (`--[^|\n]*?`)/gmu)]);
  expect(listed.length).toBeGreaterThan(8);
  for (const [, cell = ''] of listed) expectThere({ command: 'task', flags: flagsIn(cell.replaceAll('`', '')) });
});

test('every hook is one of the command line', () => {
  const { hooks } = readJson('plugin/hooks/hooks.json');
  const events = Object.values<{ hooks: { args: string[] }[] }[]>(hooks).map(([entry]) => entry?.hooks[0]?.args[2]);
  expect(events).toHaveLength(4);
  for (const event of events) expect(helpOf('hook')).toContain(event);
});

test('the exit statuses of the skill are those of the command line', () => {
  const { stdout: help } = spawnSync(process.execPath, [CLI, '--help'], { encoding: 'utf8' });
  const told = skills().find(({ name }) => name === 'codex-cli-runtime')?.body ?? '';
  const [, section = ''] = /## Exit status\n\n([\s\S]*?)\n\n/u.exec(told) ?? [];
  const codes = section.split(' · ').map((part) => part.trim().split(' ')[0]);
  expect(codes).toEqual(['0', '1', '2', '3', '4', '5', '6', '124', '130', '143']);
  for (const code of codes) expect(help).toMatch(new RegExp(` ${code} {2,}\\w`, 'u'));
});
