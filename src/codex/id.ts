import * as v from 'valibot';

/** Ids of Codex are UUIDs and short words. A longer one would be kept in many places, for as long as its job. */
export const MAX_ID_CHARS = 200;

export const IdSchema = v.pipe(v.string(), v.maxLength(MAX_ID_CHARS));
