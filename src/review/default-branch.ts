import { askGit } from './git.ts';
import { type Repository, resolveCommit } from './repository.ts';
import { type Refused, refused } from './review-fault.ts';

const REMOTE_PREFIX = 'refs/remotes/origin/';
const USUAL_NAMES = ['main', 'master', 'trunk'] as const;

export type DefaultBranch = { readonly ok: true; readonly ref: string } | Refused;

/** What `origin` calls its default branch, else the first usual name that exists, here before at `origin`. */
export async function defaultBranch(repository: Repository): Promise<DefaultBranch> {
  const remote = await askGit(repository.git, ['symbolic-ref', '--quiet', `${REMOTE_PREFIX}HEAD`]);
  if (!remote.ok) return remote;
  const named = remote.line?.startsWith(REMOTE_PREFIX) ? [remote.line.slice(REMOTE_PREFIX.length)] : [];
  for (const name of [...named, ...USUAL_NAMES]) {
    const found = await branchNamed(repository, name);
    if (!found.ok) return found;
    if (found.ref !== null) return { ok: true, ref: found.ref };
  }
  return refused(
    'no_default_branch',
    'Unable to detect the repository default branch. Pass --base <ref> or use --scope working-tree.',
  );
}

/**
 * The branch of this name, here or at `origin`. On that branch itself a comparison with it shows nothing, so
 * there the one at `origin` counts where it differs: what is not pushed.
 */
async function branchNamed({ git, head }: Repository, name: string) {
  const local = await resolveCommit(git, `refs/heads/${name}`);
  if (!local.ok) return local;
  const onIt = head.id === 'branch' && head.branch === name;
  if (local.line !== null && !onIt) return { ok: true, ref: name } as const;
  const remote = await resolveCommit(git, `${REMOTE_PREFIX}${name}`);
  if (!remote.ok) return remote;
  if (remote.line !== null && remote.line !== local.line) return { ok: true, ref: `origin/${name}` } as const;
  return { ok: true, ref: local.line === null ? null : name } as const;
}
