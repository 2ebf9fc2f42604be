import { askGit, type Git } from './git.ts';
import type { Refused } from './review-fault.ts';

/** Where HEAD points. An unborn one names a branch that has no commit yet. */
export type Head =
  | { readonly id: 'unborn'; readonly branch: string }
  | { readonly id: 'branch'; readonly branch: string; readonly commit: string }
  | { readonly id: 'detached'; readonly commit: string };

/** A working tree. `git` runs at its root. */
export interface Repository {
  readonly root: string;
  readonly git: Git;
  readonly head: Head;
}

export type Opened = { readonly ok: true; readonly repository: Repository } | Refused;

/** The repository that the directory of `git` is in. */
export async function openRepository(git: Git): Promise<Opened> {
  const top = await git.run(['rev-parse', '--show-toplevel']);
  if (!top.ok) return top;
  const root = top.stdout.replace(/\r?\n$/u, '');
  const there = git.at(root);
  const head = await headOf(there);
  return head.ok ? { ok: true, repository: { root, git: there, head: head.head } } : head;
}

async function headOf(git: Git): Promise<{ ok: true; head: Head } | Refused> {
  const symbolic = await askGit(git, ['symbolic-ref', '--quiet', 'HEAD']);
  if (!symbolic.ok) return symbolic;
  const commit = await resolveCommit(git, 'HEAD');
  if (!commit.ok) return commit;
  const branch = symbolic.line?.replace(/^refs\/heads\//u, '') ?? null;
  if (commit.line === null) return { ok: true, head: { id: 'unborn', branch: branch ?? 'HEAD' } };
  if (branch === null) return { ok: true, head: { id: 'detached', commit: commit.line } };
  return { ok: true, head: { id: 'branch', branch, commit: commit.line } };
}

/** The id of the commit that `ref` names; null when it names none (a range, a file, nothing at all). */
export async function resolveCommit(git: Git, ref: string) {
  // Git names nothing so, and would take it for an option. (`--end-of-options` came only with git 2.30.)
  if (ref === '' || ref.startsWith('-') || ref.includes('\0')) return { ok: true, line: null } as const;
  return askGit(git, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
}
