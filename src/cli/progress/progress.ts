import type { FollowOptions } from '../../client/follow.ts';
import { abilityOf } from '../../terminal/ability.ts';
import type { Drawn } from '../io.ts';

/** What it takes to show progress: any context has it. */
export interface ProgressContext {
  readonly io: { showBelow(drawn: Drawn | null): void };
  readonly config: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly settings?: { readonly stuckTimeoutMs: number };
  };
}

/** What is told while somebody waits, in a line that is drawn over; nothing where lines stay as they are written. */
export interface Progress {
  /** In a few words, until a job says more. */
  doing(what: string): void;
  /** For whoever follows a job: from then on it is what is told of. */
  readonly hooks: Pick<FollowOptions, 'onCatchUp' | 'onEvent'>;
  /** The terminal is left alone as long as it takes. */
  pausedDuring<T>(work: () => Promise<T>): Promise<T>;
  /** Leaves no trace. Twice is harmless. */
  close(): void;
}

export interface ProgressOptions {
  /** Nothing is to be told. */
  readonly quiet?: boolean;
  /** Which of several jobs it is has to be said. */
  readonly jobs?: number;
}

const NO_PROGRESS: Progress = {
  doing: () => undefined,
  hooks: {},
  pausedDuring: (work) => work(),
  close: () => undefined,
};

/** To be closed by the caller. Without a terminal to draw on it costs nothing. */
export async function openProgress(context: ProgressContext, options: ProgressOptions = {}): Promise<Progress> {
  const ability = abilityOf(process.stderr, context.config.environment);
  // Whoever wants no colours is taken to want plain lines.
  if (options.quiet || !ability.redraw || !ability.color) return NO_PROGRESS;
  const { LiveProgress } = await import('./live-progress.ts');
  return LiveProgress.open(context, ability, options.jobs ?? null);
}

/** Says in a line what is going on as long as `work` takes. */
export async function withProgress<T>(
  context: ProgressContext,
  what: string,
  work: (progress: Progress) => Promise<T>,
  options: ProgressOptions = {},
): Promise<T> {
  const progress = await openProgress(context, options);
  progress.doing(what);
  try {
    return await work(progress);
  } finally {
    progress.close();
  }
}
