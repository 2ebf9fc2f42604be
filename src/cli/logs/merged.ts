import type { JobLines, LogLine } from './job-lines.ts';

/**
 * The lines of several logs by their time, as far as they are there. A block is not taken apart. A log that has no more is
 * taken out of `logs`; one that is put in, also meanwhile, takes part.
 */
export function* merged(logs: Set<JobLines>): Generator<LogLine> {
  let current: JobLines | undefined;
  for (;;) {
    current = following(logs, current);
    const line = current?.take();
    if (line === undefined) return;
    yield line;
  }
}

/** The log whose next line is the oldest; `current` among equals, and as long as it is in a block. */
function following(logs: Set<JobLines>, current: JobLines | undefined): JobLines | undefined {
  let first: JobLines | undefined;
  let oldest = '';
  for (const log of current === undefined ? logs : [current, ...logs]) {
    const line = log.peek();
    if (line === undefined) {
      logs.delete(log);
      continue;
    }
    if (log === current && line.block !== null) return current;
    // What is without a time is older than anything that has one.
    const time = line.time ?? '';
    if (first !== undefined && time >= oldest) continue;
    first = log;
    oldest = time;
  }
  return first;
}
