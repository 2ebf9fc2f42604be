import * as v from 'valibot';

/** JSON can say 1e999, which is read as Infinity, and Infinity cannot be written again. */
export const FiniteNumberSchema = v.pipe(v.number(), v.finite());
