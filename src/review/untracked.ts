import { realpathSync } from 'node:fs';
import { counted } from '../util/counted.ts';
import { MAX_UNTRACKED_CHARS, MAX_UNTRACKED_FILE_BYTES, MAX_UNTRACKED_FILES } from './limits.ts';
import { examplesOf, quotePath } from './quote-path.ts';
import { examine, SKIP_REASONS, type SkipReason, type UntrackedFile } from './untracked-file.ts';

/** What a prompt says of the files that git does not know. */
export interface UntrackedReport {
  /** One line a file. */
  readonly listing: readonly string[];
  /** The texts, written as a diff writes new files. */
  readonly content: string;
  readonly notes: readonly string[];
}

const SENTENCES: Readonly<Record<SkipReason, string>> = {
  binary: 'binary',
  too_large: `larger than ${MAX_UNTRACKED_FILE_BYTES} bytes`,
  over_budget: `no room after ${MAX_UNTRACKED_CHARS} characters of others`,
  too_many: `only the first ${MAX_UNTRACKED_FILES} are looked at`,
  unreadable: 'unreadable',
  broken_link: 'a broken link',
  outside_link: 'a link that leads out of the repository, not followed',
  directory: 'a directory or another repository',
  special: 'no regular file',
};

/** Texts are taken in git's order, as long as there is room; the rest is named, with the reason. */
export function reportUntracked(root: string, names: readonly string[]): UntrackedReport {
  const realRoot = realpathSync(root);
  const left = new Map<SkipReason, string[]>(SKIP_REASONS.map((why) => [why, []]));
  const listing: string[] = [];
  const texts: string[] = [];
  let room = MAX_UNTRACKED_CHARS;
  for (const [index, name] of names.entries()) {
    const file = index < MAX_UNTRACKED_FILES ? examine(realRoot, name) : TOO_MANY;
    listing.push(lineOf(name, file));
    const text = textOf(name, file);
    if (file.id === 'skipped') left.get(file.why)?.push(name);
    else if (text.length > room) left.get('over_budget')?.push(name);
    else {
      texts.push(text);
      room -= text.length;
    }
  }
  return { listing, content: texts.join('\n'), notes: [...left].flatMap(([why, paths]) => noteOf(why, paths)) };
}

const TOO_MANY: UntrackedFile = { id: 'skipped', why: 'too_many', detail: '' };

function lineOf(name: string, file: UntrackedFile): string {
  const detail = detailOf(file);
  return detail === '' ? quotePath(name) : `${quotePath(name)} (${detail})`;
}

function detailOf(file: UntrackedFile): string {
  switch (file.id) {
    case 'text':
      return `${file.bytes} bytes`;
    case 'link':
      return `link to ${quotePath(file.to)}`;
    case 'skipped':
      return file.detail;
  }
}

/** Every line of the file begins with a plus: no content can look like anything around it. */
function textOf(name: string, file: UntrackedFile): string {
  if (file.id === 'skipped') return '';
  const text = file.id === 'text' ? file.text : file.to;
  const header = `new ${file.id === 'text' ? 'file' : 'link'} ${quotePath(name)}`;
  if (text === '') return `${header} (empty)`;
  const lines = text.replace(/\n$/u, '').split('\n');
  return [header, ...lines.map((line) => `+${line}`)].join('\n');
}

function noteOf(why: SkipReason, paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  return [`Content of ${counted(paths.length, 'untracked file')} left out (${SENTENCES[why]}): ${examplesOf(paths)}`];
}
