/** Exhaustiveness guard: a `switch` that handles every member never reaches it, and the compiler proves so. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
