import prettyMs from 'pretty-ms';

/** `1m 3s`, `850ms`: how long something took or has been going on. */
export function formatMs(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)}ms` : prettyMs(ms, { secondsDecimalDigits: 0 });
}
