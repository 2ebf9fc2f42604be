import type { ReadStream, WriteStream } from 'node:tty';
import {
  beginSynchronizedOutput,
  cursorHide,
  cursorShow,
  cursorTo,
  endSynchronizedOutput,
  enterAlternativeScreen,
  eraseLine,
  eraseScreen,
  exitAlternativeScreen,
} from 'ansi-escapes';
import { JobControl } from './job-control.ts';
import { onKeys } from './keys.ts';

// A line that the terminal takes for wider than we do must not run into the next one.
const WRAP_OFF = '\u001b[?7l';
const WRAP_ON = '\u001b[?7h';

export interface FullScreenOptions {
  readonly output: WriteStream;
  /** Null when nobody can press a key. */
  readonly input: ReadStream | null;
  readonly onKey: (key: string) => void;
  /** The size has changed, or something else was on the screen: everything is to be drawn again. */
  readonly onStale: () => void;
  /** Nobody can see it any more: the terminal was closed. */
  readonly onGone: () => void;
}

/**
 * The whole terminal, until it is left: then it is as it was before. It is also left when the process crashes or exits,
 * and for as long as it is suspended. Signals that end the process are the caller's: it leaves, then goes.
 */
export class FullScreen {
  readonly #options: FullScreenOptions;
  readonly #jobControl = new JobControl({ onSuspend: () => this.#giveBack(), onResume: () => this.#onContinue() });
  #shown: readonly string[] = [];
  // outside ──▶ drawing ◀──▶ given back (suspended) ──▶ outside
  #state: 'outside' | 'drawing' | 'givenBack' = 'outside';
  #stopKeys: () => void = () => undefined;
  #gone = false;

  constructor(options: FullScreenOptions) {
    this.#options = options;
  }

  get size(): { readonly columns: number; readonly rows: number } {
    const { columns, rows } = this.#options.output;
    // A terminal that does not know its size says 0.
    return { columns: columns || 80, rows: rows || 24 };
  }

  /** The terminal was closed. */
  get gone(): boolean {
    return this.#gone;
  }

  enter(): void {
    const { output, input, onKey } = this.#options;
    this.#take();
    if (input !== null) this.#stopKeys = onKeys(input, onKey);
    output.on('resize', this.#onStale);
    // Not everybody is told of a hang-up by a signal. For good: what is written last can fail when all is over.
    input?.on('end', this.#onGone).on('error', this.#onGone);
    output.on('error', this.#onGone);
    this.#jobControl.start();
    // Before the error is printed: on the other screen nobody would see it.
    process.on('uncaughtExceptionMonitor', this.#giveBack);
    process.on('exit', this.#giveBack);
  }

  /** Draws the lines that have changed; each is as wide as the screen at most. */
  draw(lines: readonly string[]): void {
    if (this.#state !== 'drawing') return;
    const before = this.#shown;
    const height = Math.max(lines.length, before.length);
    let changes = '';
    for (let row = 0; row < height; row += 1) {
      const line = lines[row] ?? '';
      if (line !== (before[row] ?? '')) changes += `${cursorTo(0, row)}${eraseLine}${line}`;
    }
    this.#shown = lines;
    if (changes !== '') this.#options.output.write(`${beginSynchronizedOutput}${changes}${endSynchronizedOutput}`);
  }

  /** Everything anew: something else may have written to the terminal. */
  refresh(): void {
    this.#onStale();
  }

  /** Stops this process, as Ctrl-Z does where nobody takes its key away. */
  suspend(): void {
    this.#jobControl.suspend();
  }

  /** Twice is harmless. */
  leave(): void {
    const { output } = this.#options;
    this.#giveBack();
    this.#state = 'outside';
    this.#stopKeys();
    output.off('resize', this.#onStale);
    this.#jobControl.stop();
    process.off('uncaughtExceptionMonitor', this.#giveBack);
    process.off('exit', this.#giveBack);
  }

  #take(): void {
    const { output, input } = this.#options;
    // Off first: somebody else may have changed the mode, and one that is on already is not set again.
    input?.setRawMode(false).setRawMode(true);
    output.write(`${enterAlternativeScreen}${cursorHide}${WRAP_OFF}${eraseScreen}`);
    this.#shown = [];
    this.#state = 'drawing';
  }

  readonly #giveBack = (): void => {
    if (this.#state !== 'drawing') return;
    this.#state = 'givenBack';
    const { output, input } = this.#options;
    output.write(`${WRAP_ON}${cursorShow}${exitAlternativeScreen}`);
    input?.setRawMode(false);
  };

  readonly #onContinue = (): void => {
    this.#take();
    this.#options.onStale();
  };

  readonly #onGone = (): void => {
    this.#gone = true;
    this.#options.onGone();
  };

  readonly #onStale = (): void => {
    this.#shown = [];
    this.#options.output.write(eraseScreen);
    this.#options.onStale();
  };
}
