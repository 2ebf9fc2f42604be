/** Why there is nothing to review, or no way to find out: the closed set. Programs match on it. */
export const REVIEW_FAULTS = [
  'git_missing',
  'not_a_repository',
  'git_timed_out',
  'git_stopped',
  'git_failed',
  'unsupported_scope',
  'unknown_base',
  'no_default_branch',
  'no_commits',
] as const;

/** An expected way for a review not to begin, with the sentence for people. */
export interface ReviewFault {
  readonly kind: (typeof REVIEW_FAULTS)[number];
  readonly message: string;
}

export type Refused = { readonly ok: false; readonly fault: ReviewFault };

export function refused(kind: ReviewFault['kind'], message: string): Refused {
  return { ok: false, fault: { kind, message } };
}
