import type { Collected, CollectedResult } from './collected.ts';
import { examplesOf } from './quote-path.ts';
import type { Repository } from './repository.ts';
import { NOT_INTO_SUBMODULES, readStatus, type TreeStatus } from './tree-status.ts';

/** What is staged, changed and new in the working tree. */
export async function collectWorkingTree({ git, head }: Repository): Promise<CollectedResult> {
  const read = await readStatus(git);
  if (!read.ok) return read;
  const { staged, unstaged, untracked, truncated, submodulesRead } = read.status;
  const flags = submodulesRead ? [] : [NOT_INTO_SUBMODULES];
  const collected: Collected = {
    summary: `Reviewing ${staged.length} staged, ${unstaged.length} unstaged, and ${untracked.length} untracked file(s).`,
    groups: [
      { title: 'Staged', revision: ['--cached', ...flags], changes: staged },
      { title: 'Unstaged', revision: flags, changes: unstaged },
    ],
    untracked,
    commits: [],
    truncated,
    notes: [...notesOf(read.status), ...(head.id === 'unborn' ? ['The repository has no commits yet'] : [])],
  };
  return { ok: true, collected };
}

function notesOf({ unstaged, littered, submodulesRead }: TreeStatus): string[] {
  const conflicts = unstaged.filter(({ status }) => status === 'U').map((change) => change.path);
  return [
    ...(submodulesRead ? [] : ['Git cannot read a submodule: changes inside of submodules are left out']),
    ...(conflicts.length === 0 ? [] : [`A merge is unfinished, with conflicts in ${examplesOf(conflicts)}`]),
    ...(littered.length === 0 ? [] : [`Untracked files inside of submodules are left out: ${examplesOf(littered)}`]),
  ];
}
