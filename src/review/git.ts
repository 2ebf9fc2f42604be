import { StringDecoder } from 'node:string_decoder';
import { messageOf } from '../contract/fault.ts';
import { type Ended, runBounded } from '../util/bounded-process.ts';
import { isDirectory } from '../util/is-directory.ts';
import { oneLine } from '../util/plain-text.ts';
import { errorCode } from '../util/system-error.ts';
import { GIT_FLAGS, gitEnvironment } from './git-environment.ts';
import { type Refused, refused } from './review-fault.ts';

/** How long one git command may take. */
export const GIT_TIMEOUT_MS = 30_000;
/** How much of one git command's output is read unless its caller wants less. */
export const MAX_GIT_OUTPUT_BYTES = 8 * 1024 * 1024;

const STDERR_CHARS = 400;

export interface GitOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface GitOutput {
  readonly ok: true;
  readonly stdout: string;
  readonly truncated: boolean;
}
export type GitResult = GitOutput | Refused;

/** The one place that runs git: no shell, no prompt, no pager, bounded output and bounded time. */
export class Git {
  readonly #options: GitOptions;

  constructor(options: GitOptions) {
    this.#options = options;
  }

  get cwd(): string {
    return this.#options.cwd;
  }

  /** Whether whoever waits for the answers has given up. */
  get stopped(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  /** The same git in another directory. */
  at(cwd: string): Git {
    return new Git({ ...this.#options, cwd });
  }

  /**
   * Runs `git <args>`. Output over `maxBytes` is cut at a whole character, and said. Refs that come from outside go in
   * as commit ids (`resolveCommit`), and no paths do.
   */
  async run(args: readonly string[], maxBytes: number = MAX_GIT_OUTPUT_BYTES): Promise<GitResult> {
    const { cwd, environment, timeoutMs = GIT_TIMEOUT_MS, signal } = this.#options;
    const ended = await runBounded('git', [...GIT_FLAGS, ...args], {
      cwd,
      environment: gitEnvironment(environment),
      timeoutMs,
      maxBytes,
      signal,
    });
    return this.#resultOf(ended, `git ${args[0] ?? ''}`, timeoutMs);
  }

  #resultOf(ended: Ended, what: string, timeoutMs: number): GitResult {
    switch (ended.id) {
      case 'exited':
        if (ended.status === 0) return { ok: true, stdout: ended.stdout.toString('utf8'), truncated: false };
        return this.#failed(ended.stderr, ended.status, what);
      case 'cut':
        return { ok: true, stdout: new StringDecoder('utf8').write(ended.stdout), truncated: true };
      case 'timed_out':
        return refused(
          'git_timed_out',
          `Cannot read "${this.cwd}": no answer from "${what}" within ${timeoutMs} ms (run it there by hand to see why)`,
        );
      case 'stopped':
        return refused('git_stopped', `Stopped "${what}" in "${this.cwd}": nobody waits for it any more`);
      case 'not_started':
        return this.#notStarted(ended.error);
    }
  }

  #notStarted(error: unknown): Refused {
    if (!isDirectory(this.cwd)) {
      return refused('not_a_repository', `Cannot review "${this.cwd}": there is no such directory`);
    }
    if (errorCode(error) === 'ENOENT') {
      return refused('git_missing', 'Cannot run git: there is none on PATH (install git, or put its folder on PATH)');
    }
    return refused('git_missing', `Cannot run git: ${messageOf(error)} (check that git on PATH is a program)`);
  }

  #failed(stderr: string, status: number | string, what: string): Refused {
    // Not what it says of a submodule, where the path follows.
    if (stderr.includes('not a git repository (or any')) {
      return refused(
        'not_a_repository',
        `Cannot review "${this.cwd}": it is not in a git repository (choose another directory, or run "git init")`,
      );
    }
    if (stderr.includes('must be run in a work tree')) {
      return refused(
        'not_a_repository',
        `Cannot review "${this.cwd}": it has no working tree (choose a directory with the files of the repository)`,
      );
    }
    const said = oneLine(stderr.slice(-STDERR_CHARS), STDERR_CHARS);
    return refused(
      'git_failed',
      `Cannot read "${this.cwd}": "${what}" ended with ${status}${said === '' ? '' : `: ${said}`} (run it there by hand)`,
    );
  }
}

export type GitLine = { readonly ok: true; readonly line: string | null } | Refused;

/** The one line that git answers, null where it refuses: for questions to which "no" is an answer. */
export async function askGit(git: Git, args: readonly string[]): Promise<GitLine> {
  const result = await git.run(args);
  if (!result.ok) return result.fault.kind === 'git_failed' ? { ok: true, line: null } : result;
  const line = result.stdout.replace(/\r?\n$/u, '');
  return { ok: true, line: line === '' ? null : line };
}
