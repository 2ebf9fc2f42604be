import type { Paint } from '../../terminal/paint.ts';

export interface ScreenOptions {
  readonly columns: number;
  readonly rows: number;
  /** Wall-clock time, in milliseconds. */
  readonly nowMs: number;
  readonly paint: Paint;
}

/** Everything but a selected row begins here. */
export const INDENT = '  ';
