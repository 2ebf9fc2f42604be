/** What a log held before it was begun anew, because it had become too long. */
export function olderPartOf(log: string): string {
  return `${log}.1`;
}
