import { type ChangeGroup, type LineCount, parseNumstat } from './changes.ts';
import type { Git } from './git.ts';
import { DIFF_FLAGS } from './git-environment.ts';
import { examplesOf } from './quote-path.ts';

/** The changes of one group with the lines of each. A count that is missing could not be had. */
export interface CountedGroup extends ChangeGroup {
  readonly counts: ReadonlyMap<string, LineCount>;
}

/** How much changed in each file. A review without these figures is still one: then a note says why. */
export async function countLines(
  git: Git,
  groups: readonly ChangeGroup[],
): Promise<{ readonly groups: readonly CountedGroup[]; readonly notes: readonly string[] }> {
  const counted: CountedGroup[] = [];
  const notes: string[] = [];
  for (const group of groups) {
    if (group.changes.length === 0) continue;
    const result = await git.run(['diff', ...DIFF_FLAGS, '--numstat', '-z', ...group.revision, '--']);
    if (!result.ok) notes.push(`Line counts are left out: ${result.fault.message}`);
    counted.push({ ...group, counts: result.ok ? parseNumstat(result.stdout) : new Map() });
  }
  return { groups: counted, notes: [...notes, ...kindNotes(counted)] };
}

/** Files of which a diff shows only that they differ. */
function kindNotes(groups: readonly CountedGroup[]): string[] {
  const paths = (wanted: (group: CountedGroup, path: string, submodule: boolean) => boolean) =>
    unique(
      groups.flatMap((group) =>
        group.changes.filter(({ path, submodule }) => wanted(group, path, submodule)).map(({ path }) => path),
      ),
    );
  const binaries = paths(({ counts }, path) => counts.get(path) === 'binary');
  const submodules = paths((_group, _path, submodule) => submodule);
  return [
    ...(binaries.length === 0 ? [] : [`Content of changed binary files left out: ${examplesOf(binaries)}`]),
    ...(submodules.length === 0
      ? []
      : [`Submodules count as their commit, not their files: ${examplesOf(submodules)}`]),
  ];
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}
