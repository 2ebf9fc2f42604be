import { HAS_JOB_CONTROL, raise } from '../util/own-signals.ts';

export interface JobControlOptions {
  /** Ctrl-Z: the terminal is the shell's in a moment. */
  readonly onSuspend: () => void;
  /** It goes on. Can come twice. */
  readonly onResume: () => void;
}

/** Tells of Ctrl-Z and of what comes after it, between `start` and `stop`. Where there is no job control, of nothing. */
export class JobControl {
  readonly #options: JobControlOptions;
  #watching = false;

  constructor(options: JobControlOptions) {
    this.#options = options;
  }

  start(): void {
    if (!HAS_JOB_CONTROL) return;
    this.#watching = true;
    process.on('SIGTSTP', this.suspend);
    process.on('SIGCONT', this.#options.onResume);
  }

  /** Twice is harmless. */
  stop(): void {
    this.#watching = false;
    process.off('SIGTSTP', this.suspend);
    process.off('SIGCONT', this.#options.onResume);
  }

  /** Stops this process, as Ctrl-Z does where nobody takes its key away. */
  readonly suspend = (): void => {
    if (!this.#watching) return;
    this.#options.onSuspend();
    process.off('SIGTSTP', this.suspend);
    raise('SIGTSTP');
    // Later than the stop; a process that nobody could continue is not stopped by it.
    setImmediate(() => {
      if (!this.#watching) return;
      process.on('SIGTSTP', this.suspend);
      this.#options.onResume();
    });
  };
}
