import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** How long a process may go on with the old time after a jump. */
const READ_EVERY_MS = 50;

/**
 * The wall clock of everything that a rig starts. The machine's own clock is not ours to change, so a preload puts an offset on
 * `Date` in every Node process (worker threads too). What is not Node, the real app-server say, keeps the true time, and so do the
 * times of files: they are what is measured with.
 */
export class ShiftedClock {
  readonly preload: string;
  /** For the rig's commands, besides the preload in NODE_OPTIONS. */
  readonly env: Readonly<Record<string, string>>;
  readonly #offsetFile: string;

  constructor(directory: string) {
    this.#offsetFile = path.join(directory, 'clock-offset');
    this.preload = path.join(directory, 'shifted-clock.cjs');
    this.set(0);
    writeFileSync(this.preload, PRELOAD);
    this.env = { SHIFTED_CLOCK: this.#offsetFile };
  }

  set(offsetMs: number): void {
    writeFileSync(this.#offsetFile, String(offsetMs));
  }
}

// Monotonic clocks (performance.now, timers) stay as they are: so does a real jump leave them.
const PRELOAD = `
const { readFileSync } = require('node:fs');
const RealDate = Date;
const file = process.env.SHIFTED_CLOCK;
let offset = 0;
let readAt = -Infinity;
function now() {
  const at = performance.now();
  if (at - readAt >= ${READ_EVERY_MS}) {
    readAt = at;
    try { offset = Number(readFileSync(file, 'utf8')) || 0; } catch {}
  }
  return RealDate.now() + offset;
}
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
`;
