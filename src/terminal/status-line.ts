import { cursorLeft, cursorUp, eraseDown, eraseEndLine } from 'ansi-escapes';
import { monotonicMs } from '../util/monotonic.ts';
import { raise } from '../util/own-signals.ts';
import { JobControl } from './job-control.ts';
import { clipped, widthOf } from './text.ts';

/** How long something may take before it is worth a line, and how often that is drawn anew. */
const FIRST_FRAME_MS = 150;
const FRAME_MS = 100;

const DOTS = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const STROKES = ['|', '/', '-', '\\'];

const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is going on, and what there is to say of it. Plain, of any length. */
export type Status = readonly [what: string, more: string];

/** A terminal, as far as a line needs it. */
export interface LineOutput {
  readonly columns: number;
  write(text: string): unknown;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

export interface StatusLineOptions {
  readonly output: LineOutput;
  /** Asked for each frame; null shows nothing for now. */
  readonly status: () => Status | null;
  readonly quiet: (text: string) => string;
  /** Whether the terminal is ours: a shell can take it back at any time, and then has its prompt there. */
  readonly mayDraw: () => boolean;
  /** Whether the terminal has more than letters. */
  readonly glyphs: boolean;
}

/**
 * One line below all that is written, drawn over as it changes. Whoever writes clears it first, and draws it afterwards.
 * It is gone when the process ends, whatever ends it, and while it is suspended or in the background.
 */
export class StatusLine {
  readonly #options: StatusLineOptions;
  readonly #frames: readonly string[];
  readonly #handlers = END_SIGNALS.map((signal) => [signal, () => this.#onEndSignal(signal)] as const);
  /** Ctrl-Z: the shell writes where we were. */
  readonly #jobControl = new JobControl({ onSuspend: () => this.clear(), onResume: () => this.#redraw() });
  #timer: NodeJS.Timeout | undefined;
  /** Cells of the line that is on the screen. */
  #width = 0;
  // waiting (not worth a line yet) ──▶ shown ──▶ over
  #state: 'waiting' | 'shown' | 'over' = 'waiting';
  #holders = 0;

  constructor(options: StatusLineOptions) {
    this.#options = options;
    this.#frames = options.glyphs ? DOTS : STROKES;
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.#state = 'shown';
      // Once the news are read that have come meanwhile: that the terminal is narrower now, and has folded the line.
      this.#timer = setInterval(() => setImmediate(() => this.draw()), FRAME_MS).unref();
      this.draw();
    }, FIRST_FRAME_MS).unref();
    this.#options.output.on('resize', this.#redraw);
    this.#jobControl.start();
    process.on('exit', this.clear);
    process.on('uncaughtExceptionMonitor', this.clear);
    for (const [signal, handler] of this.#handlers) process.on(signal, handler);
  }

  /** Twice is harmless. */
  stop(): void {
    clearTimeout(this.#timer);
    this.clear();
    this.#state = 'over';
    this.#options.output.off('resize', this.#redraw);
    this.#jobControl.stop();
    process.off('exit', this.clear);
    process.off('uncaughtExceptionMonitor', this.clear);
    for (const [signal, handler] of this.#handlers) process.off(signal, handler);
  }

  /** The terminal is somebody else's until it is released. */
  hold(): void {
    this.#holders += 1;
    this.clear();
  }

  release(): void {
    this.#holders -= 1;
    this.draw();
  }

  draw(): void {
    if (this.#state !== 'shown' || this.#holders > 0 || !this.#options.mayDraw()) return;
    const status = this.#options.status();
    if (status === null) {
      this.clear();
      return;
    }
    const { output, quiet } = this.#options;
    // The last cell stays empty: a terminal may go on to the next line when it is full.
    const columns = (output.columns || 80) - 1;
    const frame = this.#frames[Math.floor(monotonicMs() / FRAME_MS) % this.#frames.length] ?? '';
    const what = clipped(`${frame} ${status[0]}`, columns);
    const more = clipped(status[1] === '' ? '' : ` · ${status[1]}`, columns - widthOf(what));
    this.#width = widthOf(what) + widthOf(more);
    output.write(`${cursorLeft}${what}${quiet(more)}${eraseEndLine}`);
  }

  readonly clear = (): void => {
    if (this.#width === 0) return;
    const { output } = this.#options;
    // A terminal that has become narrower has folded the line.
    const above = Math.floor((this.#width - 1) / (output.columns || 80));
    output.write(`${above > 0 ? cursorUp(above) : ''}${cursorLeft}${eraseDown}`);
    this.#width = 0;
  };

  readonly #redraw = (): void => {
    this.clear();
    this.draw();
  };

  /** Whatever the signal means to others; where it means nothing to anybody, it ends the process as if we were not there. */
  #onEndSignal(signal: (typeof END_SIGNALS)[number]): void {
    this.clear();
    if (process.listenerCount(signal) > 1) return;
    this.stop();
    raise(signal);
  }
}
