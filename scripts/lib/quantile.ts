/** The value that so much (0 to 1) of the samples does not exceed; null without samples. */
export function quantile(samples: readonly number[], at: number): number | null {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(at * sorted.length) - 1)] ?? null;
}
