/** One tracked file that differs. `from` is its old name when it was renamed or copied. */
export interface Change {
  /** Git's letter: A, M, D, R, C, T, or U for a conflict. */
  readonly status: string;
  readonly path: string;
  readonly from: string | null;
  readonly submodule: boolean;
}

/** What one `git diff` shows: `revision` are the arguments that make it that diff. */
export interface ChangeGroup {
  readonly title: 'Staged' | 'Unstaged' | 'Branch';
  readonly revision: readonly string[];
  readonly changes: readonly Change[];
}

/** Lines added and removed, by path. */
export type LineCount = { readonly added: number; readonly deleted: number } | 'binary';

const SUBMODULE_MODE = '160000';

/** The records of `git … -z`, without the last one when the output was cut in its middle. */
export function recordsOf(output: string): string[] {
  return output.split('\0').slice(0, -1);
}

/** `git diff --raw -z`: `:mode mode hash hash STATUS`, the path, and after a rename or copy the new path. */
export function parseRaw(output: string): Change[] {
  const records = recordsOf(output).values();
  const changes: Change[] = [];
  for (const record of records) {
    const [before = '', after = '', , , status = ''] = record.slice(1).split(' ');
    const letter = status.charAt(0);
    const first = records.next().value;
    const second = letter === 'R' || letter === 'C' ? records.next().value : undefined;
    const path = second ?? first;
    if (path === undefined) break;
    const submodule = before === SUBMODULE_MODE || after === SUBMODULE_MODE;
    changes.push({ status: letter, path, from: second === undefined ? null : (first ?? null), submodule });
  }
  return changes;
}

/** `git diff --numstat -z`: `added TAB removed TAB path`, or an empty path and then the old and the new one. */
export function parseNumstat(output: string): Map<string, LineCount> {
  const counts = new Map<string, LineCount>();
  const records = recordsOf(output).values();
  for (const record of records) {
    const [, added = '', deleted = '', name = ''] = /^([^\t]*)\t([^\t]*)\t([\s\S]*)$/u.exec(record) ?? [];
    if (name === '') records.next();
    const path = name === '' ? records.next().value : name;
    if (path === undefined) break;
    counts.set(path, added === '-' ? 'binary' : { added: Number(added), deleted: Number(deleted) });
  }
  return counts;
}
