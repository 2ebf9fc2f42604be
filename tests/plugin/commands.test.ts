import { describe, expect, test } from 'vitest';
import { agents, commands, skills } from './files.ts';

/** The model may use a command by itself, or only a person may type it. */
const MODEL_MAY: Readonly<Record<string, boolean>> = {
  'adversarial-review': false,
  cancel: false,
  logs: true,
  rescue: true,
  result: true,
  retry: false,
  review: false,
  setup: true,
  status: true,
  transfer: false,
  wait: true,
};

/** Of a shell: the command line itself, git to look at changes, npm for one package, and a word from mktemp. */
const ALLOWED =
  /^(?:Bash\((?:codex-companion:\*|git (?:status|diff):\*|mktemp -u:\*|npm install -g @openai\/codex)\)|AskUserQuestion|Agent)$/u;

test('there are exactly these commands', () => {
  expect(
    commands()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(MODEL_MAY));
});

describe.each(commands())('the command $name', ({ name, fields, body }) => {
  test('says what it does, and whether the model may use it', () => {
    expect(fields['description']).toMatch(/^[A-Z].{10,100}$/u);
    expect(fields['disable-model-invocation']).toBe(MODEL_MAY[name] ? undefined : 'true');
    expect(Object.keys(fields)).not.toContain('model');
    expect(Object.keys(fields)).not.toContain('context');
  });

  test('needs no more than it is allowed', () => {
    const tools = fields['allowed-tools']?.split(', ') ?? [];
    expect(tools).toContain('Bash(codex-companion:*)');
    for (const tool of tools) expect(tool).toMatch(ALLOWED);
    expect(tools.includes('AskUserQuestion')).toBe(body.includes('AskUserQuestion'));
    expect(tools.includes('Bash(mktemp -u:*)')).toBe(body.includes('mktemp') || name === 'rescue');
  });

  test('says what may be passed on, and lets no text of the user into a line of a shell', () => {
    expect(body.match(/\$\w+/gu)).toEqual(['$ARGUMENTS']);
    expect(body).toMatch(/^<(arguments|request)>\n\$ARGUMENTS\n<\/\1>$/mu);
    // What the host would run before anybody has looked at it.
    expect(body).not.toMatch(/!`|```!/u);
  });
});

describe.each(agents())('the agent $name', ({ name, fields, body }) => {
  test('says who it is and what it is for, and has nothing but Bash', () => {
    expect(fields).toMatchObject({ name, tools: 'Bash', description: expect.stringMatching(/^.{40,}$/u) });
    expect(body).not.toMatch(/\$\w+|!`/u);
  });

  test('gets the request across on standard input', () => {
    expect(body).toMatch(/^codex-companion task --write --prompt-file - <<'WORD'$/mu);
    expect(body).toMatch(/^mktemp -u REQUEST_X{16}$/mu);
  });

  test('has only skills that there are', () => {
    const named = [...body.matchAll(/`(codex-[\w-]+)`/gu)].map(([, skill]) => skill);
    const known = [...skills().map((skill) => skill.name), 'codex-companion'];
    for (const skill of named) expect(known).toContain(skill);
  });
});

describe.each(skills())('the skill $name', ({ name, fields, body }) => {
  test('has the name of its folder, says when it is used, and is no command', () => {
    expect(fields).toMatchObject({ name, 'user-invocable': 'false' });
    expect(fields['description']).toMatch(/^.{40,250}$/u);
    expect(fields['description']).toMatch(/Use it when/u);
    expect(body).not.toMatch(/\$\w+|!`/u);
  });
});

test.each(['adversarial-review', 'codex-rescue', 'codex-cli-runtime'])('%s draws a new word for each text', (name) => {
  const page = [...commands(), ...agents(), ...skills()].find((one) => one.name === name);
  const code = [...(page?.body.matchAll(/```bash\n([\s\S]*?)```/gu) ?? [])].map(([, text]) => text).join('');
  expect(code).toMatch(/^mktemp -u [A-Z]+_X{16}$/mu);
  expect(code.match(/<<.*/gu)).toEqual(["<<'WORD'"]);
  expect(code).toMatch(/^WORD$/mu);
});
