import type { ReviewTarget } from '../contract/review.ts';
import { oneLine } from '../util/plain-text.ts';
import { defaultBranch } from './default-branch.ts';
import { Git, type GitOptions } from './git.ts';
import { MAX_REF_CHARS } from './limits.ts';
import { openRepository, type Repository, resolveCommit } from './repository.ts';
import { type Refused, refused } from './review-fault.ts';
import { SCOPES, type Scope } from './scope.ts';
import { isDirty, readStatus } from './tree-status.ts';

/** What was asked for, as it was typed. */
export interface TargetRequest {
  readonly scope?: string | undefined;
  readonly base?: string | undefined;
}

export interface Resolution {
  readonly ok: true;
  readonly repository: Repository;
  readonly target: ReviewTarget;
  /** Somebody chose it; else it was found to be the natural one. */
  readonly explicit: boolean;
}

/**
 * What a review looks at. A base comes before any scope; without both, a dirty working tree before the branch.
 * Nothing is left to be found out later: a base that is returned was a commit a moment ago.
 */
export async function resolveTarget(
  options: GitOptions,
  { scope = 'auto', base }: TargetRequest,
): Promise<Resolution | Refused> {
  if (base === undefined && !isScope(scope)) return unsupported(scope);
  const opened = await openRepository(new Git(options));
  if (!opened.ok) return opened;
  const { repository } = opened;
  const target = base === undefined ? await targetOf(repository, scope) : await against(repository, base);
  if (!target.ok) return target;
  return { ok: true, repository, target: target.target, explicit: base !== undefined || scope !== 'auto' };
}

type Found = { readonly ok: true; readonly target: ReviewTarget } | Refused;

const WORKING_TREE: Found = { ok: true, target: { mode: 'working-tree', label: 'working tree diff' } };

async function targetOf(repository: Repository, scope: string): Promise<Found> {
  if (scope === 'working-tree') return WORKING_TREE;
  if (scope === 'auto') {
    const read = await readStatus(repository.git);
    if (!read.ok) return read;
    if (isDirty(read.status)) return WORKING_TREE;
  }
  if (repository.head.id === 'unborn') return noCommits(repository);
  const found = await defaultBranch(repository);
  return found.ok ? { ok: true, target: branchTarget(found.ref) } : found;
}

async function against(repository: Repository, base: string): Promise<Found> {
  if (repository.head.id === 'unborn') return noCommits(repository);
  const commit = await resolveCommit(repository.git, base);
  if (!commit.ok) return commit;
  return commit.line === null ? unknownBase(base) : { ok: true, target: branchTarget(base) };
}

function branchTarget(ref: string): ReviewTarget {
  return { mode: 'branch', label: `branch diff against ${oneLine(ref, MAX_REF_CHARS)}`, baseRef: ref };
}

function isScope(text: string): text is Scope {
  return SCOPES.some((scope) => scope === text);
}

function unsupported(scope: string): Refused {
  return refused(
    'unsupported_scope',
    `Unsupported review scope "${oneLine(scope, MAX_REF_CHARS)}". Use one of: ${SCOPES.join(', ')}, or pass --base <ref>.`,
  );
}

/** Also of a base that was one when the target was resolved. */
export function unknownBase(base: string): Refused {
  return refused(
    'unknown_base',
    `Cannot review against "${oneLine(base, MAX_REF_CHARS)}": no commit of this repository has that name (fetch it, or see "git branch --all")`,
  );
}

export function noCommits({ root, head }: Repository): Refused {
  const branch = head.id === 'detached' ? 'HEAD' : head.branch;
  return refused(
    'no_commits',
    `Cannot review a branch of "${root}": "${branch}" has no commits yet (add files and use --scope working-tree, or commit first)`,
  );
}
