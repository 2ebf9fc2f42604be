import type { ReviewTarget } from '../contract/review.ts';
import { collectBranch } from './branch.ts';
import { type BoundedList, boundedList, changeLine, countFiles } from './changed-files.ts';
import type { ChangeGroup } from './changes.ts';
import type { Collected, CollectedResult } from './collected.ts';
import { type InlineDiff, readInlineDiff } from './inline-diff.ts';
import { MAX_INLINE_FILES } from './limits.ts';
import { type CountedGroup, countLines } from './line-counts.ts';
import type { Head, Repository } from './repository.ts';
import { type Refused, refused } from './review-fault.ts';
import { reportUntracked, type UntrackedReport } from './untracked.ts';
import { collectWorkingTree } from './working-tree.ts';

export interface Section {
  readonly title: string;
  readonly body: string;
}

/** All that the prompt of a review says of the repository: never more than MAX_CONTEXT_CHARS. */
export interface ReviewContext {
  readonly target: ReviewTarget;
  readonly root: string;
  /** The branch's name, `HEAD` when there is none. */
  readonly branch: string;
  /** One sentence: how much of what. */
  readonly summary: string;
  /** Whether the diff is in the sections, or Codex has to read it itself. */
  readonly inputMode: 'inline-diff' | 'self-collect';
  /** 0: there is nothing to review. */
  readonly fileCount: number;
  /** Of the diff in the sections; 0 when it is not there. */
  readonly diffBytes: number;
  readonly sections: readonly Section[];
  /** Commands that show the diff and write nothing. */
  readonly commands: readonly string[];
  /** Every step in which the context became less than the whole, for people and for Codex. */
  readonly notes: readonly string[];
}

export type ContextResult = { readonly ok: true; readonly context: ReviewContext } | Refused;

/** Reads the repository. What is too much, or cannot be shown, is left out in steps that `notes` names. */
export async function collectContext(repository: Repository, target: ReviewTarget): Promise<ContextResult> {
  const { git, root, head } = repository;
  const result = await collect(repository, target);
  if (!result.ok) return result;
  const { collected } = result;
  const fileCount = countFiles(collected.groups, collected.untracked);
  const untracked = reportUntracked(root, collected.untracked);
  const counted = await countLines(git, collected.groups);
  const diff: InlineDiff =
    collected.truncated || fileCount > MAX_INLINE_FILES
      ? { ok: false, why: `more than ${MAX_INLINE_FILES} files differ` }
      : await readInlineDiff(git, collected.groups);
  // What was left out because nobody waits any more is no degradation.
  if (git.stopped) return refused('git_stopped', `Stopped reading "${root}": nobody waits for the review any more`);
  const lists = [...counted.groups.map(changedFiles), untrackedFiles(untracked)];
  const context: ReviewContext = {
    target,
    root,
    branch: branchOf(head),
    summary: collected.summary,
    inputMode: diff.ok ? 'inline-diff' : 'self-collect',
    fileCount,
    diffBytes: diff.ok ? diff.bytes : 0,
    sections: sectionsOf(collected, lists, diff, untracked),
    commands: counted.groups.map(commandOf),
    notes: [
      ...collected.notes,
      ...(diff.ok ? [] : [`The diff is not in the prompt, Codex reads it itself: ${diff.why}`]),
      ...(collected.truncated ? [`The list of files was cut after ${fileCount}`] : []),
      ...lists.flatMap(({ title, left }) => (left === 0 ? [] : [`${title}: ${left} are not listed`])),
      ...counted.notes,
      ...untracked.notes,
    ],
  };
  return { ok: true, context };
}

function collect(repository: Repository, target: ReviewTarget): Promise<CollectedResult> {
  return target.mode === 'branch' ? collectBranch(repository, target.baseRef) : collectWorkingTree(repository);
}

interface FileList extends BoundedList {
  readonly title: string;
}

function changedFiles(group: CountedGroup): FileList {
  const lines = group.changes.map((change) => changeLine(change, group.counts.get(change.path)));
  return { title: `Changed Files (${group.title.toLowerCase()})`, ...boundedList(lines) };
}

function untrackedFiles({ listing }: UntrackedReport): FileList {
  return { title: 'Untracked Files', ...boundedList(listing) };
}

function sectionsOf(
  { commits }: Collected,
  lists: readonly FileList[],
  diff: InlineDiff,
  untracked: UntrackedReport,
): Section[] {
  return [
    { title: 'Commit Log', body: commits.join('\n') },
    ...lists.map(({ title, text }) => ({ title, body: text })),
    ...(diff.ok ? diff.patches.map(({ title, text }) => ({ title: `${title} Diff`, body: text })) : []),
    { title: 'Content of Untracked Files', body: untracked.content },
  ].filter(({ body }) => body !== '');
}

function commandOf({ revision }: ChangeGroup): string {
  return ['git --no-pager diff --no-ext-diff', ...revision].join(' ');
}

function branchOf(head: Head): string {
  return head.id === 'detached' ? 'HEAD' : head.branch;
}
