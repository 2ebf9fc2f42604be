import prettyMs from 'pretty-ms';

/** `1m 3s`, `850ms`: how long something took or has been going on. */
export function formatMs(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)}ms` : prettyMs(ms, { secondsDecimalDigits: 0 });
}

const DAY_MS = 86_400_000;

/** `0:42`, `12:07`, `1:02:33`: a time that goes on while one looks at it. */
export function formatClock(ms: number): string {
  const wholeSeconds = Math.max(0, Math.floor(ms / 1_000) * 1_000);
  if (wholeSeconds >= DAY_MS) return prettyMs(wholeSeconds, { unitCount: 2 });
  return prettyMs(wholeSeconds, { colonNotation: true, secondsDecimalDigits: 0 });
}
