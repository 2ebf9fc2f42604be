import type { Change, ChangeGroup, LineCount } from './changes.ts';
import { MAX_LIST_CHARS, MAX_LISTED_FILES } from './limits.ts';
import { quotePath } from './quote-path.ts';

export interface BoundedList {
  readonly text: string;
  /** How many entries did not fit. */
  readonly left: number;
}

/** As many of the lines as the limits of a list allow; what is left out is said in a last line. */
export function boundedList(lines: readonly string[]): BoundedList {
  const kept: string[] = [];
  let room = MAX_LIST_CHARS;
  for (const line of lines.slice(0, MAX_LISTED_FILES)) {
    room -= line.length + 1;
    if (room < 0) break;
    kept.push(line);
  }
  const left = lines.length - kept.length;
  return { text: [...kept, ...(left > 0 ? [`(and ${left} more)`] : [])].join('\n'), left };
}

/** `M +12 -3 "src/a.ts"`: one line a file, with git's letter, the lines and the name. */
export function changeLine(change: Change, count: LineCount | undefined): string {
  const name = change.from === null ? '' : `${quotePath(change.from)} -> `;
  return [change.status, sizeOf(change, count), `${name}${quotePath(change.path)}`]
    .filter((part) => part !== '')
    .join(' ');
}

function sizeOf({ submodule, status }: Change, count: LineCount | undefined): string {
  if (submodule) return 'submodule';
  if (status === 'U') return 'conflict';
  if (count === undefined) return '';
  return count === 'binary' ? 'binary' : `+${count.added} -${count.deleted}`;
}

/** The number of files that differ, each counted once. */
export function countFiles(groups: readonly ChangeGroup[], untracked: readonly string[]): number {
  return new Set([...groups.flatMap(({ changes }) => changes.map((change) => change.path)), ...untracked]).size;
}
