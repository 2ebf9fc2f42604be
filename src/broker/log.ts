import type { LogLevel } from '../config/settings-table.ts';
import { plainText } from '../util/plain-text.ts';

const RANK: Readonly<Record<LogLevel, number>> = { error: 0, info: 1, debug: 2 };

export type Log = (level: LogLevel, message: string) => void;

/** The broker's own log: one line an entry, on stderr, which the one who starts it points at a file. */
export function openLog(threshold: LogLevel): Log {
  // A log that cannot be written is no reason to end.
  process.stderr.on('error', () => undefined);
  return (level, message) => {
    if (RANK[level] > RANK[threshold]) return;
    // What others have sent is quoted in it, and somebody will read it on a terminal.
    const line = plainText(message).replaceAll('\n', '\n    ');
    process.stderr.write(`[${new Date().toISOString()}] ${level} ${line}\n`);
  };
}
