import { eventually } from '../../tests/support/eventually.ts';
import type { Terminal } from '../../tests/support/tmux.ts';
import { CHECK, QUESTION } from './project.ts';
import type { Stage } from './stage.ts';

/** What is waited for comes within a second or two, on a busy machine a little later. */
const BOUND_MS = 30_000;

/** What the shell says, and how it looks. */
const PROMPT = '~/shop $';
export const PAINTED_PROMPT = '\u001b[32m~/shop\u001b[39m $ ';

/** Plays the session to its last moment, in which a job still runs. Ids and pids are read where a person reads them. */
export async function playSession(terminal: Terminal, stage: Stage): Promise<void> {
  const accepted = await typed(terminal, `codex-companion task --background "${CHECK}"`);
  const job = found(accepted, /as (task-\S+)\./u);
  await typed(terminal, `codex-companion task "${QUESTION}"`);
  const short = job.slice(-4);
  await eventually(() => stage.ask('status', job).includes('Waiting for: command'), {
    withinMs: BOUND_MS,
    what: `command of job "${job}"`,
  });
  const seen = await typed(terminal, `codex-companion status ${short} | head -10`);
  await typed(terminal, `kill -9 ${found(seen, /App-server: pid (\d+)/u)}`);
  await typed(terminal, `codex-companion wait ${short}; echo "exit status $?"`);
  terminal.run(`codex-companion retry ${short}`);
  await terminal.screenWith((screen) => /npm run check \(0:0[2-9]\)$/u.test(screen.trim()), 'the job that runs again');
}

/** Runs a command to its end. Returns the screen. */
async function typed(terminal: Terminal, command: string): Promise<string> {
  const before = promptsOn(terminal.lines());
  terminal.run(command);
  const ended = (screen: string) => screen.endsWith(PROMPT) && promptsOn(screen.split('\n')) === before + 1;
  return await terminal.screenWith(ended, `end of "${command}"`);
}

function promptsOn(lines: readonly string[]): number {
  return lines.filter((line) => line.startsWith(PROMPT)).length;
}

function found(screen: string, pattern: RegExp): string {
  const text = pattern.exec(screen)?.[1];
  if (text === undefined) throw new Error(`Cannot find ${pattern} on the screen:\n${screen}`);
  return text;
}
