import * as v from 'valibot';

/** What a review looks at: what is not committed, or what a branch has over its base. */
export const ReviewTargetSchema = v.variant('mode', [
  v.object({ mode: v.literal('working-tree'), label: v.string() }),
  /** `baseRef` is a ref that git had resolved when the job was made. */
  v.object({ mode: v.literal('branch'), label: v.string(), baseRef: v.string() }),
]);
export type ReviewTarget = v.InferOutput<typeof ReviewTargetSchema>;

/** The subject of a review job: its target, and where and how it was chosen. */
export const ReviewSubjectSchema = v.object({
  target: ReviewTargetSchema,
  /** Somebody chose it; else it was found to be the natural one. */
  explicit: v.boolean(),
  repoRoot: v.string(),
  /** Of the working tree; `HEAD` when there is none. */
  branch: v.string(),
  /** How much of what, in a sentence; null when nobody counted. */
  summary: v.nullable(v.string()),
});
export type ReviewSubject = v.InferOutput<typeof ReviewSubjectSchema>;
