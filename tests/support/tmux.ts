import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';
import { eventuallyHolds } from './eventually.ts';
import { BOUND_MS } from './rig.ts';
import { tempDir } from './temp.ts';

export const hasTmux = spawnSync('tmux', ['-V'], { stdio: 'ignore' }).status === 0;

/** What a shell in the terminal says when it waits for a command. */
const PROMPT = 'ready> ';

export interface TerminalOptions {
  readonly columns: number;
  readonly rows: number;
  readonly cwd: string;
  /** The whole environment of what runs in it. */
  readonly env: Readonly<Record<string, string>>;
  /** What its shell says when it waits for a command; of one line. */
  readonly prompt?: string;
}

/** How the terminal stands, apart from what is on it. */
export interface TerminalState {
  readonly alternateScreen: boolean;
  readonly cursorVisible: boolean;
  readonly wraps: boolean;
}

/** A real terminal with a shell in it, as a person has it. */
export interface Terminal {
  /** Types a command, and the key that runs it. */
  run(command: string): void;
  /** Presses keys by tmux's names for them: `Enter`, `Escape`, `C-c`, `j`. */
  press(...keys: string[]): void;
  resize(columns: number, rows: number): void;
  /** The lines of the screen, without the blank ends of lines and the blank lines at its end. */
  lines(): string[];
  /** The same with its colours, as escape sequences. */
  paintedLines(): string[];
  /** The screen, once `shows` says so of it; fails with the last screen. */
  screenWith(shows: (screen: string) => boolean, what: string): Promise<string>;
  state(): TerminalState;
  /** Closes the window while everything in it runs. */
  hangUp(): void;
}

/** A terminal for the running test, at whose end it goes away, and what runs in it with it. */
export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  const socket = path.join(tempDir(), 'tmux');
  onTestFinished(() => closeTerminal(socket));
  return await startTerminal(socket, options);
}

/** As {@link openTerminal}, for outside of a test: the caller closes it, also when it could not be started. */
export async function startTerminal(
  socket: string,
  { columns, rows, cwd, env, prompt = PROMPT }: TerminalOptions,
): Promise<Terminal> {
  const tmux = (...args: string[]) =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], {
      cwd,
      env: { ...env, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8', SHELL: '/bin/sh', PS1: prompt, ENV: '' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), '-c', cwd, 'sh');
  const terminal = new TmuxTerminal(tmux);
  await terminal.screenWith((screen) => screen.includes(stripVTControlCharacters(prompt).trim()), 'a shell');
  return terminal;
}

export function closeTerminal(socket: string): void {
  spawnSync('tmux', ['-S', socket, 'kill-server'], { stdio: 'ignore' });
}

class TmuxTerminal implements Terminal {
  readonly #tmux: (...args: string[]) => string;

  constructor(tmux: (...args: string[]) => string) {
    this.#tmux = tmux;
  }

  run(command: string): void {
    this.#tmux('send-keys', '-l', command);
    this.press('Enter');
  }

  press(...keys: string[]): void {
    this.#tmux('send-keys', ...keys);
  }

  hangUp(): void {
    this.#tmux('kill-server');
  }

  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-x', String(columns), '-y', String(rows));
  }

  lines(): string[] {
    return linesOf(this.#tmux('capture-pane', '-p'));
  }

  paintedLines(): string[] {
    return linesOf(this.#tmux('capture-pane', '-p', '-e'));
  }

  screenWith(shows: (screen: string) => boolean, what: string): Promise<string> {
    return eventuallyHolds(() => this.lines().join('\n'), shows, { withinMs: BOUND_MS, everyMs: 50, what });
  }

  state(): TerminalState {
    const flags = this.#tmux('display-message', '-p', '#{alternate_on}#{cursor_flag}#{wrap_flag}').trim();
    return { alternateScreen: flags[0] === '1', cursorVisible: flags[1] === '1', wraps: flags[2] === '1' };
  }
}

function linesOf(screen: string): string[] {
  return screen
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}
