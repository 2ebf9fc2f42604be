/** Milliseconds of the machine's monotonic clock: comparable between processes, with microseconds. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1_000n) / 1_000;
}
