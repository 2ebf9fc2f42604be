import * as v from 'valibot';

/** A moment as ISO 8601 that is one: the pattern alone lets offsets through that no clock has. */
export const InstantSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'not a moment'),
);
