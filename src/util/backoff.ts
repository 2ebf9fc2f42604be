/** Delays that grow from `firstMs` to `maxMs` by doubling, with up to 25 % of jitter taken off. */
export function* backoff(firstMs: number, maxMs: number): Generator<number, never> {
  for (let delay = firstMs; ; delay = Math.min(delay * 2, maxMs)) {
    yield delay * (0.75 + Math.random() * 0.25);
  }
}
