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
 * The value of `promise`, or a rejection with {@link DeadlineExceeded} after `ms` milliseconds.
 * The promise itself goes on: whoever started the work behind it has to end it.
 */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineExceeded(what, ms)), ms);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
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
