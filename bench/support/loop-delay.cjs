// For --require: the broker measures how late its event loop is, and writes it to the file BENCH_LOOP_DELAY at SIGUSR2, which
// also begins the measurement anew.
const { writeFileSync, renameSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { isMainThread } = require('node:worker_threads');

const RESOLUTION_MS = 5;

if (isMainThread && process.argv[1]?.endsWith('broker.cjs')) {
  const file = process.env.BENCH_LOOP_DELAY;
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  process.on('SIGUSR2', () => {
    // What is recorded is the time between two looks.
    const lateMs = (ns) => Math.max(0, ns / 1e6 - RESOLUTION_MS);
    const delay = {
      p50: lateMs(histogram.percentile(50)),
      p99: lateMs(histogram.percentile(99)),
      max: lateMs(histogram.max),
    };
    writeFileSync(`${file}.new`, JSON.stringify(delay));
    renameSync(`${file}.new`, file);
    histogram.reset();
  });
}
