import * as v from 'valibot';
import { type RateLimit, RateLimitSchema } from '../contract/rate-limit.ts';
import { writeFileAtomic } from '../util/atomic-file.ts';
import { readRegularFile } from '../util/regular-file.ts';

const MAX_BYTES = 65_536;

const LimitsSchema = v.array(RateLimitSchema);

/** What the broker of a place was last told of its account's limits: to read that, nobody has to ask it. None without the file. */
export function readLimits(file: string): RateLimit[] {
  try {
    const parsed = v.safeParse(LimitsSchema, JSON.parse(readRegularFile(file, MAX_BYTES)));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

/** For that broker. It is no truth that would have to be synced. @throws when it cannot be written */
export function writeLimits(file: string, limits: readonly RateLimit[]): void {
  writeFileAtomic(file, `${JSON.stringify(limits)}\n`, false);
}
