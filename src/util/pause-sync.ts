/** The whole thread stands still: for some milliseconds, where nothing may come in between. */
export function pauseSync(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
