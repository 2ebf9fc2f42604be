import { type Change, recordsOf } from './changes.ts';
import type { Git, GitOutput } from './git.ts';
import type { Refused } from './review-fault.ts';

/** What differs from the last commit, in its four kinds. */
export interface TreeStatus {
  readonly staged: readonly Change[];
  readonly unstaged: readonly Change[];
  readonly untracked: readonly string[];
  /** Submodules that differ only by files which nobody added there: no diff shows them. */
  readonly littered: readonly string[];
  /** The list was longer than what is read of it. */
  readonly truncated: boolean;
  /** False: git could not look into them, and what differs there is not in the lists. */
  readonly submodulesRead: boolean;
}

const STATUS = ['status', '--porcelain=v2', '-z', '--untracked-files=all', '--find-renames'] as const;

/** Keeps git out of the working trees of submodules. */
export const NOT_INTO_SUBMODULES = '--ignore-submodules=dirty';

/** One submodule that git cannot open makes all of its answer fail: then it is asked to leave them alone. */
export async function readStatus(git: Git): Promise<{ ok: true; status: TreeStatus } | Refused> {
  const whole = await git.run(STATUS);
  if (whole.ok) return { ok: true, status: statusOf(whole, true) };
  if (whole.fault.kind !== 'git_failed') return whole;
  const without = await git.run([...STATUS, NOT_INTO_SUBMODULES]);
  return without.ok ? { ok: true, status: statusOf(without, false) } : whole;
}

function statusOf({ stdout, truncated }: GitOutput, submodulesRead: boolean): TreeStatus {
  return { ...parseStatus(stdout), truncated, submodulesRead };
}

export function isDirty({ staged, unstaged, untracked }: TreeStatus): boolean {
  return staged.length + unstaged.length + untracked.length > 0;
}

// How many fields stand before the path, by the kind of the record.
const FIELDS: Readonly<Record<string, number>> = { '1': 8, '2': 9, u: 10, '?': 1 };
const RENAMED = '2';

/** Version 2 of git's stable format: `KIND XY submodule …fields path`, and the old name after a rename. */
export function parseStatus(output: string): Omit<TreeStatus, 'truncated' | 'submodulesRead'> {
  const status: Lists = { staged: [], unstaged: [], untracked: [], littered: [] };
  const records = recordsOf(output).values();
  for (const record of records) {
    const kind = record.charAt(0);
    const from = kind === RENAMED ? records.next().value : undefined;
    const fields = FIELDS[kind];
    if (fields === undefined) continue;
    const parts = record.split(' ');
    addTo(status, kind, parts, { path: parts.slice(fields).join(' '), from: from ?? null });
  }
  return status;
}

interface Lists {
  readonly staged: Change[];
  readonly unstaged: Change[];
  readonly untracked: string[];
  readonly littered: string[];
}

interface Names {
  readonly path: string;
  readonly from: string | null;
}

function addTo(status: Lists, kind: string, [, letters = '..', sub = '']: readonly string[], names: Names): void {
  const submodule = sub.startsWith('S');
  if (kind === '?') status.untracked.push(names.path);
  else if (kind === 'u') status.unstaged.push({ status: 'U', path: names.path, from: null, submodule });
  else {
    const staged = letters.charAt(0);
    const unstaged = letters.charAt(1);
    if (staged !== '.') status.staged.push(changeOf(staged, names, submodule));
    if (sub === 'S..U') status.littered.push(names.path);
    else if (unstaged !== '.') status.unstaged.push(changeOf(unstaged, names, submodule));
  }
}

/** The old name belongs to the side that renamed. */
function changeOf(status: string, { path, from }: Names, submodule: boolean): Change {
  return { status, path, from: status === 'R' || status === 'C' ? from : null, submodule };
}
