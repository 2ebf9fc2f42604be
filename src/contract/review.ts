import * as v from 'valibot';

/** What a review looks at: what is not committed, or what a branch has over its base. */
export const ReviewTargetSchema = v.variant('mode', [
  v.object({ mode: v.literal('working-tree'), label: v.string() }),
  /** `baseRef` is a ref that git had resolved when the job was made. */
  v.object({ mode: v.literal('branch'), label: v.string(), baseRef: v.string() }),
]);
export type ReviewTarget = v.InferOutput<typeof ReviewTargetSchema>;
