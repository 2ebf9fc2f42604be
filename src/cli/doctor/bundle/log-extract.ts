import { counted } from '../../../util/counted.ts';

// What a broker says of itself, without what it quotes: lines of clients and of the app-server that could not be read, the
// app-server's stderr, and damaged records can each hold anything.

const STAMPED = /^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] (?:error|info|debug) /u;
const FRAME = /^\s+at /u;

/** Where a quotation begins; it goes on to the end of the line. */
const QUOTES: readonly RegExp[] = [
  /( lines of (?:the app-server|clients) that are (?:no messages|not JSON-RPC)):.*/u,
  /(; its stderr ended with):.*/u,
  /(Set aside the damaged record "[^"]*"):.*/u,
  /(Cannot start "[^"]*"): .*/u,
  /(The broker failed: \w+): .*/u,
  /(Cannot read the answer of the app-server to "[^"]*"):.*/u,
];

/** Longest line that one of our own sentences makes. */
const MAX_LINE_CHARS = 500;

const LEFT_OUT = '<left out>';

/** The lines of a broker's log that are ours, and frames of its stack; of others only how many there were. */
export function logExtract(text: string): string {
  const kept: string[] = [];
  let others = 0;
  const flush = () => {
    if (others > 0) kept.push(`    ${LEFT_OUT}: ${counted(others, 'line')} of something else`);
    others = 0;
  };
  for (const line of text.split('\n').filter((candidate) => candidate !== '')) {
    if (!STAMPED.test(line) && !FRAME.test(line)) {
      others += 1;
      continue;
    }
    flush();
    kept.push(withoutQuotes(line));
  }
  flush();
  return kept.map((line) => `${line}\n`).join('');
}

function withoutQuotes(line: string): string {
  const own = QUOTES.reduce((before, quote) => before.replace(quote, `$1: ${LEFT_OUT}`), line);
  return own.length <= MAX_LINE_CHARS ? own : `${own.slice(0, MAX_LINE_CHARS)} ${LEFT_OUT}`;
}
