import type { Command } from 'commander';
import { ALL_COMMANDS } from '../../src/cli/all-commands.ts';
import { EXIT_MEANINGS } from '../../src/cli/exit-codes.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { PROJECT_FILE } from '../../src/config/paths.ts';
import { ROWS } from '../../src/config/rows.ts';
import { VERSION } from '../../src/contract/version.ts';
import { example, item, paragraph, quoted, section, subsection, text } from './roff.ts';
import { defaultText, FILES } from './settings-tables.ts';

const EXAMPLES: ReadonlyArray<readonly [string, string]> = [
  [
    'codex-companion task "Why does the login test fail?"',
    'Waits; the answer is on standard output, progress on standard error.',
  ],
  ['codex-companion task --write --timeout 45m "Fix the login test"', 'The job may change files.'],
  ['codex-companion task --background "Review the parser"', 'Prints an id and returns.'],
  ['codex-companion status', 'What runs, what has ended, and how.'],
  ['codex-companion wait JOB && codex-companion result JOB', 'The exit status is the verdict.'],
];

/** codex-companion(1), from the command line and the table of settings. */
export async function manPage(): Promise<string> {
  const program = await buildProgram(ALL_COMMANDS);
  const page = [
    `.\\" Made by "npm run build:reference"`,
    `.TH CODEX\\-COMPANION 1 "" ${quoted(`codex-companion ${VERSION}`)} "User Commands"`,
    // Names of variables are not to be taken apart.
    '.nh\n.ad l',
    section('Name', text('codex-companion - hands jobs to OpenAI Codex')),
    section('Synopsis', '.B codex\\-companion\n.I command\n.RI [ options ]\n.RI [ arguments ]'),
    section('Description', text(program.description()), paragraph(ABOUT)),
    section('Commands', ...commandsOf(program).map(commandBlock)),
    section('Settings', text(SETTINGS_INTRO), ...ROWS.map(settingBlock)),
    section('Exit status', ...Object.entries(EXIT_MEANINGS).map(([code, meaning]) => item(code, sentence(meaning)))),
    section('Files', ...filesOf()),
    section(
      'Examples',
      ...EXAMPLES.flatMap(([line, about], at) => [at === 0 ? text(about) : paragraph(about), example(line)]),
    ),
    section('See also', text('codex(1), bash(1), zsh(1), fish(1)')),
  ];
  return `${page.join('\n')}\n`;
}

const ABOUT =
  'Each workspace has a broker, a process in the background that runs a Codex app-server and the jobs handed to it. It starts and ends by itself. Every job has deadlines, and its record says what became of it.';

const SETTINGS_INTRO =
  'The first of these that says a setting counts: an option of the command, a variable of the environment, the file of the project, your own file, the default. The files are TOML. `codex-companion config` shows what is in force.';

/** Those that have something to do, with the words that call them. */
function commandsOf(command: Command, before = ''): Array<readonly [string, Command]> {
  return visible(command).flatMap((sub) => {
    const name = `${before}${sub.name()}`;
    return sub.commands.length > 0 ? commandsOf(sub, `${name} `) : [[name, sub] as const];
  });
}

/** Commander's own "help" is one for which nobody opens a manual. */
function visible(command: Command): Command[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .filter((sub) => command.commands.includes(sub));
}

function commandBlock([name, command]: readonly [string, Command]): string {
  const help = command.createHelp();
  const options = help.visibleOptions(command).filter(({ long }) => long !== '--help');
  return subsection(
    [name, ...command.registeredArguments.map((argument) => usage(argument.name(), argument))].join(' '),
    text(command.description()),
    ...help.visibleArguments(command).map((argument) => item(argument.name(), help.argumentDescription(argument))),
    ...options.map((option) => item(option.flags, help.optionDescription(option))),
  );
}

function usage(
  name: string,
  { required, variadic }: { readonly required: boolean; readonly variadic: boolean },
): string {
  const whole = variadic ? `${name}...` : name;
  return required ? `<${whole}>` : `[${whole}]`;
}

function settingBlock(row: (typeof ROWS)[number]): string {
  const { key, variable, flag, kind, setBy, meaning } = row;
  const where = setBy === 'environment' ? 'in the environment only' : `in files: ${FILES[setBy]}`;
  const names = [variable, flag].filter((name) => name !== null).join(', ');
  return item(
    key,
    `${sentence(meaning)} Default: ${defaultText(row)}. Values: ${kind.allowed}. Set by ${names}; ${where}.`,
  );
}

function filesOf(): string[] {
  const places = ROWS.filter(({ key }) => ['config_file', 'state_dir', 'runtime_dir'].includes(key));
  return [
    item(
      PROJECT_FILE,
      "Settings of a project, in the root of its working tree. It is a repository's content: it sets nothing that names a program or a place, or allows more.",
    ),
    ...places.map(({ fallbackText, meaning }) => item((fallbackText ?? '').replaceAll('`', ''), sentence(meaning))),
  ];
}

function sentence(words: string): string {
  const whole = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  return /[.)]$/u.test(whole) ? whole : `${whole}.`;
}
