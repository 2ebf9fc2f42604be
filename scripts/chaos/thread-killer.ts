import { writeFileSync } from 'node:fs';
import path from 'node:path';

const LOOK_EVERY_MS = 5;

/**
 * Ends a worker thread of a broker from outside, which no signal can: a preload in every thread looks for a file with
 * its process's pid, and the thread that takes the file away exits. That can be one that has no job at the moment.
 */
export class ThreadKiller {
  readonly preload: string;
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
    this.preload = path.join(directory, 'thread-killer.cjs');
    writeFileSync(this.preload, preloadFor(directory));
  }

  kill(brokerPid: number): void {
    writeFileSync(path.join(this.#directory, `kill-${brokerPid}`), '');
  }
}

function preloadFor(directory: string): string {
  return `
const { isMainThread } = require('node:worker_threads');
const { existsSync, rmSync } = require('node:fs');
const order = ${JSON.stringify(path.join(directory, 'kill-'))} + process.pid;
if (!isMainThread) {
  setInterval(() => {
    if (!existsSync(order)) return;
    try { rmSync(order); } catch { return; }
    process.exit(7);
  }, ${LOOK_EVERY_MS}).unref();
}
`;
}
