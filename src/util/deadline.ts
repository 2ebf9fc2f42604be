/** What {@link within} rejects with when the time is up. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';
  readonly what: string;
  readonly ms: number;

  constructor(what: string, ms: number) {
    super(`No answer from ${what} within ${ms} ms`);
    this.what = what;
    this.ms = ms;
  }
}

/**
 * Calls `late` after `ms` milliseconds, unless the returned function is called before. What has arrived by then is read
 * first: a process that was stopped, or kept busy, finds its deadlines over before it finds the answers.
 */
export function afterDeadline(ms: number, late: () => void): () => void {
  let turn: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    turn = setImmediate(late);
  }, ms);
  return () => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
}

/**
 * The value of `promise`, or a rejection with {@link DeadlineExceeded} after `ms` milliseconds.
 * The promise itself goes on: whoever started the work behind it has to end it.
 */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let cancel: () => void = () => undefined;
  const expiry = new Promise<never>((_, reject) => {
    cancel = afterDeadline(ms, () => reject(new DeadlineExceeded(what, ms)));
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    cancel();
  }
}

/** Resolves true when `promise` settles within `ms` milliseconds, false when it does not. Never rejects. */
export async function settledWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const settled = promise.then(
    () => true,
    () => true,
  );
  try {
    return await within(settled, ms, 'the work');
  } catch {
    return false;
  }
}
