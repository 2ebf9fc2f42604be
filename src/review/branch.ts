import { counted } from '../util/counted.ts';
import { oneLine } from '../util/plain-text.ts';
import { parseRaw } from './changes.ts';
import type { CollectedResult } from './collected.ts';
import { askGit, type Git, type GitOutput } from './git.ts';
import { DIFF_FLAGS } from './git-environment.ts';
import { MAX_COMMITS, MAX_REF_CHARS, MAX_SUBJECT_CHARS } from './limits.ts';
import { type Repository, resolveCommit } from './repository.ts';
import type { Refused } from './review-fault.ts';
import { noCommits, unknownBase } from './target.ts';
import { readStatus } from './tree-status.ts';

/** What the branch at HEAD has over `baseRef`: from where the two parted. */
export async function collectBranch(repository: Repository, baseRef: string): Promise<CollectedResult> {
  const { git, head } = repository;
  const diff = await diffAgainst(repository, baseRef);
  if (!diff.ok) return diff;
  const { from, to, parted, raw } = diff;
  const ref = oneLine(baseRef, MAX_REF_CHARS);
  const branch = head.id === 'branch' ? oneLine(head.branch, MAX_REF_CHARS) : 'HEAD';
  const uncommitted = await uncommittedFiles(git);
  return {
    ok: true,
    collected: {
      summary: `Reviewing branch ${branch} against ${ref} from merge-base ${from}.`,
      groups: [{ title: 'Branch', revision: [from, to], changes: parseRaw(raw.stdout) }],
      untracked: [],
      commits: await commitsBetween(git, from, to),
      truncated: raw.truncated,
      notes: [
        ...(parted === null
          ? [`"${branch}" and "${ref}" have no common commit here (a shallow clone?): compared with "${ref}" itself`]
          : []),
        ...(uncommitted === 0
          ? []
          : [`Uncommitted changes are no part of this review (${counted(uncommitted, 'file')})`]),
      ],
    },
  };
}

interface BranchDiff {
  readonly ok: true;
  /** The commits that are compared: where HEAD and its base have parted, else the base itself, and HEAD. */
  readonly from: string;
  readonly to: string;
  readonly parted: string | null;
  /** In git's raw format. */
  readonly raw: GitOutput;
}

/** The files that differ between HEAD and where it left `baseRef`; no more than `maxBytes` of them are read. */
export async function diffAgainst(
  repository: Repository,
  baseRef: string,
  maxBytes?: number,
): Promise<BranchDiff | Refused> {
  const { git, head } = repository;
  if (head.id === 'unborn') return noCommits(repository);
  const base = await resolveCommit(git, baseRef);
  if (!base.ok) return base;
  if (base.line === null) return unknownBase(baseRef);
  const parted = await askGit(git, ['merge-base', base.line, head.commit]);
  if (!parted.ok) return parted;
  const from = parted.line ?? base.line;
  const to = head.commit;
  const raw = await git.run(['diff', ...DIFF_FLAGS, '--raw', '-z', '--no-abbrev', from, to, '--'], maxBytes);
  return raw.ok ? { ok: true, from, to, parted: parted.line, raw } : raw;
}

/** `hash subject`, newest first; one more than is shown, so that a cut can be told. Without them there is still a review. */
async function commitsBetween(git: Git, from: string, to: string): Promise<string[]> {
  const log = await git.run([
    'log',
    '--no-decorate',
    '--no-show-signature',
    '--no-color',
    '--format=%h %s',
    `--max-count=${MAX_COMMITS + 1}`,
    `${from}..${to}`,
    '--',
  ]);
  if (!log.ok) return [];
  const lines = log.stdout.split('\n').filter((line) => line !== '');
  const shown = lines.slice(0, MAX_COMMITS).map((line) => oneLine(line, MAX_SUBJECT_CHARS));
  return lines.length > MAX_COMMITS ? [...shown, '(and older ones)'] : shown;
}

async function uncommittedFiles(git: Git): Promise<number> {
  const read = await readStatus(git);
  if (!read.ok) return 0;
  const { staged, unstaged, untracked } = read.status;
  return new Set([...staged, ...unstaged].map((change) => change.path)).size + untracked.length;
}
