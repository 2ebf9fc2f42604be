import type { ReviewSubject } from '../contract/review.ts';
import { collectContext } from '../review/context.ts';
import { hasDifference } from '../review/difference.ts';
import { MAX_FOCUS_CHARS } from '../review/limits.ts';
import { buildReviewPrompt } from '../review/prompt.ts';
import type { Repository } from '../review/repository.ts';
import type { ReviewFault } from '../review/review-fault.ts';
import { resolveTarget } from '../review/target.ts';
import { VERDICT_JSON_SCHEMA } from '../review/verdict-schema.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import type { JobParts } from './job-spec.ts';
import { READ_ONLY } from './permissions.ts';

export interface TargetOptions {
  readonly base?: string | undefined;
  readonly scope?: string | undefined;
}

/** What becomes a job when it has been found out what it is to look at. `signal` ends that. */
export interface Preparation {
  readonly target: TargetOptions;
  readonly signal: AbortSignal;
}

export type ReviewParts = JobParts & { readonly review: ReviewSubject };

export interface PreparedReview {
  readonly parts: ReviewParts;
  /** Nothing differs: a turn would be spent on nothing. */
  readonly isEmpty: boolean;
  /** What of the change was left out, in a sentence each. */
  readonly notes: readonly string[];
}

/** Codex's own review. @throws ClientError with the reason when it cannot be told what to look at. */
export async function reviewParts(context: ClientContext, { target, signal }: Preparation): Promise<PreparedReview> {
  const { repository, subject } = await chooseTarget(context, target, signal);
  const difference = await hasDifference(repository, subject.target);
  if (!difference.ok) throw reviewError(difference.fault);
  const parts = {
    kind: 'review',
    title: 'Codex Review',
    summary: `Review ${subject.target.label}`,
    prompt: '',
    permissions: READ_ONLY,
    review: subject,
  } as const;
  return { parts, isEmpty: !difference.differs, notes: [] };
}

/** A turn with our own prompt, which looks hardest at `focus`. @throws ClientError as {@link reviewParts} does. */
export async function adversarialReviewParts(
  context: ClientContext,
  { target, signal }: Preparation,
  focus: string,
): Promise<PreparedReview> {
  if (focus.length > MAX_FOCUS_CHARS) {
    throw new ClientError(
      'invalid_request',
      `The focus has ${focus.length} characters, at most ${MAX_FOCUS_CHARS} fit (shorten it)`,
    );
  }
  const { repository, subject } = await chooseTarget(context, target, signal);
  const collected = await collectContext(repository, subject.target);
  if (!collected.ok) throw reviewError(collected.fault);
  const material = collected.context;
  const parts = {
    kind: 'adversarial-review',
    title: 'Codex Adversarial Review',
    summary: `Adversarial Review ${subject.target.label}`,
    prompt: buildReviewPrompt(material, focus),
    permissions: READ_ONLY,
    cwd: subject.repoRoot,
    review: { ...subject, summary: material.summary },
    outputSchema: VERDICT_JSON_SCHEMA,
  } as const;
  return { parts, isEmpty: material.fileCount === 0, notes: material.notes };
}

interface ChosenTarget {
  readonly repository: Repository;
  readonly subject: ReviewSubject;
}

/** What the review is to look at, found out before there is a job. */
async function chooseTarget(
  context: ClientContext,
  { base, scope }: TargetOptions,
  signal: AbortSignal,
): Promise<ChosenTarget> {
  const where = { cwd: context.workspace.cwd, environment: context.config.environment, signal };
  const resolved = await resolveTarget(where, { base, scope });
  if (!resolved.ok) throw reviewError(resolved.fault);
  const { repository, target, explicit } = resolved;
  const { root: repoRoot, head } = repository;
  const branch = head.id === 'detached' ? 'HEAD' : head.branch;
  return { repository, subject: { target, explicit, repoRoot, branch, summary: null } };
}

function reviewError({ kind, message }: ReviewFault): ClientError {
  switch (kind) {
    case 'unsupported_scope':
    case 'unknown_base':
      return new ClientError('invalid_request', message);
    case 'git_stopped':
      return new ClientError('interrupted', message);
    default:
      return new ClientError('not_reviewable', message);
  }
}
