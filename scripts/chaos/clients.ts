import type { Captured, Exit } from '../../tests/support/process.ts';
import type { Rig } from '../../tests/support/rig.ts';
import type { Place } from './world.ts';

/**
 * Longest time that a command may take. What it waits for is bounded in the product: a broker's start 15 s, an answer
 * 10 s, a hand-over that meets a draining broker 15 s, a job by its clocks, a stop 20 s. Several can follow one another.
 */
export const BOUND_MS = { read: 25_000, submit: 40_000, follow: 60_000, stop: 50_000, hook: 5_000 } as const;

/** Whether the command stays until a job ends, and so hears of it at once. */
export const FOLLOWERS: ReadonlySet<string> = new Set(['task', 'wait', 'logs']);

/** The exit codes of the README. */
export const DOCUMENTED: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 124, 130, 143]);

/** "The job goes on." */
const TERMINATED = 143;

const JOB_ID = /\btask-[0-9a-z]{9}-[0-9a-z]{8}\b/gu;

export interface ClientOptions {
  readonly boundMs: number;
  readonly session?: string;
  /** What it reads on standard input. */
  readonly input?: string;
}

/** One command that was started in a round, and what came of it. */
export class Client {
  readonly verb: string;
  readonly args: readonly string[];
  readonly place: Place;
  readonly startedAtMs = Date.now();
  readonly boundMs: number;
  /** Whose it is; of a hook, whose end it tells. */
  readonly session: string | null;
  readonly sent: NodeJS.Signals[] = [];
  /** Null when it did not end within its bound; it is killed then. */
  readonly ended: Promise<Exit | null>;
  #endedAtMs: number | null = null;
  #exit: Exit | null = null;
  readonly #child: Captured;

  constructor(rig: Rig, place: Place, args: readonly string[], { boundMs, session, input }: ClientOptions) {
    this.verb = args[0] ?? '';
    this.args = args;
    this.place = place;
    this.boundMs = boundMs;
    const env = session === undefined ? {} : { CODEX_COMPANION_SESSION_ID: session };
    this.session = session ?? null;
    this.#child = rig.start(args, { cwd: place.cwd, env, ...(input === undefined ? {} : { input }) });
    this.ended = this.#bounded();
  }

  get pid(): number {
    return this.#child.pid;
  }

  get running(): boolean {
    return this.#endedAtMs === null;
  }

  get exit(): Exit | null {
    return this.#exit;
  }

  /** On the wall, milliseconds. */
  get endedAtMs(): number | null {
    return this.#endedAtMs;
  }

  get stdout(): string {
    return this.#child.stdout();
  }

  get stderr(): string {
    return this.#child.stderr();
  }

  get follows(): boolean {
    return FOLLOWERS.has(this.verb) && !this.args.includes('--background');
  }

  signal(signal: NodeJS.Signals): void {
    this.sent.push(signal);
    this.#child.kill(signal);
  }

  /** Ids of the jobs that it was given, or told us of. */
  jobIds(): string[] {
    const own = this.verb === 'task' ? `${this.stdout} ${this.stderr}` : '';
    return [...new Set(own.match(JOB_ID) ?? [])];
  }

  /** The job that it submitted and was promised: by an answer, by its events, or by having left it to go on. */
  accepted(): string | null {
    if (this.verb !== 'task') return null;
    const promised = this.args.includes('--background')
      ? this.exit?.code === 0
      : this.stdout !== '' || this.stderr.includes('[codex] ') || this.exit?.code === TERMINATED;
    return promised ? (this.jobIds()[0] ?? null) : null;
  }

  toString(): string {
    const shown = this.args.map((arg) => (arg.length > 60 ? `${arg.slice(0, 57)}...` : arg));
    return `${shown.join(' ')} (pid ${this.pid}, ${this.place.name})`;
  }

  async #bounded(): Promise<Exit | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), this.boundMs);
    });
    const exit = await Promise.race([this.#child.exited, late]);
    clearTimeout(timer);
    if (exit === null) this.#child.kill('SIGKILL');
    this.#endedAtMs = Date.now();
    this.#exit = exit;
    return exit;
  }
}
